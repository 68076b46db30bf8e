package si.podpora.licences;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import si.podpora.web.RateLimits;
import si.podpora.web.Refusal;

/** After too many wrong keys a person waits, and the network that they came from; right ones cost nothing. */
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
     * @param who a network, and a person if one is known
     * @throws Refusal.TooOften after too many wrong ones of any of them
     */
    void check(List<String> who) {
        if (!who.stream().allMatch(one -> limits.wouldAllow(name(one), WRONG_KEYS, PER))) {
            throw new Refusal.TooOften();
        }
    }

    /** Whatever a program asks, by its network. */
    void checkCalls(String network) {
        limits.require("licences:calls:" + network, CALLS, Duration.ofMinutes(1));
    }

    /** Counts a key that nobody has, or somebody else. */
    void note(List<String> who, Outcome outcome) {
        if (outcome instanceof Outcome.Denied denied && denied.denial() == Denial.UNKNOWN_KEY) {
            // Whether it was one too many shows before the next one.
            who.forEach(one -> limits.allow(name(one), WRONG_KEYS, PER));
        }
    }

    private static String name(String who) {
        return "licences:wrong:" + who;
    }
}
