package si.podpora.licences;

import java.util.Locale;
import si.podpora.activation.verifier.MistypedCode;
import si.podpora.web.FieldProblem;

/** Says what is wrong with a code, and where. */
final class Mistyping {

    private Mistyping() {}

    /** The problem of a field; a group is named by its place and by what was read. */
    static FieldProblem of(String field, MistypedCode wrong) {
        return FieldProblem.of(field, words(wrong), "group", wrong.group(), "text", wrong.text());
    }

    /** Key of the words. */
    static String words(MistypedCode wrong) {
        return "licences.mistyped." + wrong.mistake().name().toLowerCase(Locale.ROOT);
    }
}
