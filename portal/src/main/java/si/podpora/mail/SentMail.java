package si.podpora.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail and how far it has come, for the help desk.
 *
 * @param dueAt when it is tried next, if it waits
 * @param attempts how often it has been tried
 * @param problem why the last attempt failed; null if it did not
 * @param answer what the mail server said to it, in its own words; null if nothing
 */
public record SentMail(
        long id,
        String purpose,
        String subject,
        String name,
        String address,
        State state,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable MailProblem problem,
        @Nullable String answer) {

    /** How far a mail has come. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        FAILED
    }

    /**
     * Key of the words for its state; their argument {@code at} is {@link #at()} in words.
     *
     * @param now a mail that should have left by now only waits, for want of a mail server
     */
    public String words(Instant now) {
        return switch (state) {
            case WAITING ->
                dueAt.isAfter(now) ? (attempts == 0 ? "mail.state.due" : "mail.state.retry") : "mail.state.waiting";
            case SENDING -> "mail.state.sending";
            case SENT -> "mail.state.sent";
            case FAILED -> "mail.state.failed";
        };
    }

    /** The time that the words speak of. */
    public Instant at() {
        return sentAt != null ? sentAt : state == State.WAITING ? dueAt : createdAt;
    }
}
