package si.podpora.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import si.podpora.accounts.ConsentKind;
import si.podpora.accounts.Consents;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;

/** The boxes of consents in a form: none is ticked ahead, each stands for one purpose. */
@Component
class AgreedConsents {

    private final Consents consents;

    AgreedConsents(Consents consents) {
        this.consents = consents;
    }

    /** Name and id of a consent's box. */
    static String field(ConsentKind kind) {
        return "consent-" + kind.code();
    }

    /** What is ticked. */
    static Set<ConsentKind> in(Form form) {
        return Arrays.stream(ConsentKind.values())
                .filter(kind -> form.has(field(kind), "yes"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The required ones that are not ticked. */
    static List<FieldProblem> problems(Form form) {
        var agreed = in(form);
        return Arrays.stream(ConsentKind.values())
                .filter(kind -> kind.required() && !agreed.contains(kind))
                .map(kind -> FieldProblem.of(field(kind), "registration.required.consent." + kind.code()))
                .toList();
    }

    /** Keeps the texts that were read, with their versions. */
    List<Consents.Given> given(Set<ConsentKind> agreed, Locale read) {
        return agreed.stream().sorted().map(kind -> consents.agreed(kind, read)).toList();
    }

    /** The boxes as the page shows them. */
    List<ConsentBox> boxes(Locale reader) {
        return Arrays.stream(ConsentKind.values())
                .map(kind -> new ConsentBox(
                        field(kind),
                        "accounts.consent." + kind.code() + ".title",
                        consents.text(kind, reader),
                        kind.required()))
                .toList();
    }
}
