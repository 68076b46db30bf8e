package si.podpora.mail;

import java.time.Duration;
import java.util.List;

/** How long a mail waits after an attempt that failed for now (RFC 5321 section 4.5.4.1), and when to give up. */
final class RetryPlan {

    /** From the first attempt on; the last one is made at its end. */
    static final Duration GIVE_UP_AFTER = Duration.ofHours(48);

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private RetryPlan() {}

    /**
     * The wait after an attempt.
     *
     * @param attempt from 1
     */
    static Duration waitAfter(int attempt) {
        return WAITS.get(Math.min(attempt, WAITS.size()) - 1);
    }
}
