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

    /** Key of the words for its state; its arguments are {@code at}, a time in words. */
    public String words() {
        return switch (state) {
            case WAITING -> attempts == 0 ? "mail.state.waiting" : "mail.state.retrying";
            case SENDING -> "mail.state.sending";
            case SENT -> "mail.state.sent";
            case FAILED -> "mail.state.failed";
        };
    }

    /** The time that {@link #words()} speaks of. */
    public Instant at() {
        return sentAt != null ? sentAt : state == State.WAITING ? dueAt : createdAt;
    }
}
