package si.podpora.cases;

import java.util.List;
import java.util.UUID;

/**
 * What somebody adds to a case.
 *
 * @param key the form's idempotency key: the same key again adds nothing
 * @param files keys of files that the person has uploaded
 */
public record NewNote(UUID key, String body, Visibility visibility, List<UUID> files) {

    /** Whether it says nothing: neither words nor files. */
    boolean isEmpty() {
        return body.isBlank() && files.isEmpty();
    }

    /** Without files. */
    public static NewNote of(UUID key, String body, Visibility visibility) {
        return new NewNote(key, body, visibility, List.of());
    }
}
