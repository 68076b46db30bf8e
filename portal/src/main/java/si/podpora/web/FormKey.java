package si.podpora.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The idempotency key in the hidden field of a form: the same form sent twice is one thing. */
public final class FormKey {

    /** Name of the field. */
    public static final String FIELD = "key";

    private FormKey() {}

    /** The key that came with a form; a new one if it bears none, or something that is none. */
    public static UUID of(@Nullable String sent) {
        if (sent == null || sent.isEmpty()) {
            return UUID.randomUUID();
        }
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID(); // made up by somebody: it is nobody's key
        }
    }

    /** The key of a form that is shown: kept after an error, else new. */
    public static UUID of(Form form) {
        return of(form.value(FIELD));
    }
}
