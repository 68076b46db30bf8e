package si.podpora.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.web.Form;

/** The idempotency key in the hidden field of a form: the same form sent twice is one thing. */
final class SubmissionKey {

    static final String FIELD = "key";

    private SubmissionKey() {}

    /** The key that came with a form; a new one if it bears none. */
    static UUID of(@Nullable String sent) {
        try {
            return sent == null ? UUID.randomUUID() : UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID(); // made up by somebody: it is nobody's key
        }
    }

    /** The key of a form that is shown: kept after an error, else new. */
    static UUID of(Form form) {
        return of(form.value(FIELD));
    }
}
