package si.podpora.helpdesk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.Visibility;
import si.podpora.web.Form;

/**
 * What somebody of the help desk writes to a case.
 *
 * @param key the form's idempotency key
 * @param seen the newest entry that stood on the page; null if there was none
 */
record Answer(
        @NotNull(message = "web.error.invalid") @Nullable UUID key,

        @Size(max = Answer.LONGEST, message = "web.error.tooLong") @Nullable
        String body,

        @NotNull(message = "web.error.required") @Nullable Visibility visibility,
        @Nullable Instant seen) {

    static final int LONGEST = 50_000;

    /** Whether nothing has been written; files may go alone. */
    boolean wordless() {
        return body == null || body.isBlank();
    }

    /** An empty form: an internal note until the writer says otherwise. */
    static Form blank(DeskCase found) {
        return Form.of(
                "key",
                UUID.randomUUID().toString(),
                "visibility",
                Visibility.INTERNAL.name(),
                "body",
                "",
                "seen",
                found.seen());
    }
}
