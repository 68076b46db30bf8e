package si.podpora.helpdesk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.NewNote;

/**
 * What somebody of the help desk writes to a case; the name of the field is that of its {@link Box}.
 *
 * @param key the form's idempotency key
 * @param seen the newest entry that stood on the page; null if there was none
 */
record Answer(
        @NotNull(message = "web.error.invalid") @Nullable UUID key,

        @Size(max = Answer.LONGEST, message = "web.error.tooLong") @Nullable
        String note,

        @Size(max = Answer.LONGEST, message = "web.error.tooLong") @Nullable
        String reply,

        @Nullable Instant seen) {

    static final int LONGEST = 50_000;

    /** What was written in this box; files may go alone. */
    String text(Box box) {
        return Objects.requireNonNullElse(box == Box.REPLY ? reply : note, "");
    }

    NewNote in(Box box, List<UUID> files) {
        return new NewNote(Objects.requireNonNull(key), text(box), box.visibility(), files);
    }
}
