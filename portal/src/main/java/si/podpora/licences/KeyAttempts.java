package si.podpora.licences;

import java.time.Duration;
import org.springframework.stereotype.Component;
import si.podpora.web.RateLimits;
import si.podpora.web.Refusal;

/** After too many wrong keys one has to wait; right ones cost nothing. */
@Component
class KeyAttempts {

    private static final int WRONG_KEYS = 10;
    private static final Duration PER = Duration.ofHours(1);
    private static final int CALLS = 60;

    private final RateLimits limits;

    KeyAttempts(RateLimits limits) {
        this.limits = limits;
    }

    /**
     * Before a key is looked up.
     *
     * @param who a person or a network
     * @throws Refusal.TooOften after too many wrong ones
     */
    void check(String who) {
        if (!limits.wouldAllow(name(who), WRONG_KEYS, PER)) {
            throw new Refusal.TooOften();
        }
    }

    /** Whatever a program asks, by its network. */
    void checkCalls(String network) {
        limits.require("licences:calls:" + network, CALLS, Duration.ofMinutes(1));
    }

    /** Counts a key that nobody has, or somebody else. */
    void note(String who, Outcome outcome) {
        if (outcome instanceof Outcome.Denied denied && denied.denial() == Denial.UNKNOWN_KEY) {
            // Whether it was one too many shows before the next one.
            limits.allow(name(who), WRONG_KEYS, PER);
        }
    }

    private static String name(String who) {
        return "licences:wrong:" + who;
    }
}
