package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import si.podpora.web.Network;
import si.podpora.web.RateLimits;

/**
 * How much registration takes in an hour, {@code podpora.registration.*}: enough for an office in which many
 * people behind one address ask for access on the same day, too little for a machine.
 *
 * @param perAddress requests from one network address
 * @param perNetwork requests from one network (/24, or /56 of IPv6)
 * @param codesPerAddress CAPTCHAs that one network address gets; every look at the form and every wrong code needs one
 * @param codesPerNetwork the same of one network
 * @param mailsPerMailbox mails to one mail address; what is above is dropped without a word
 */
@ConfigurationProperties("podpora.registration")
record RegistrationLimits(
        @DefaultValue("30") int perAddress,
        @DefaultValue("120") int perNetwork,
        @DefaultValue("300") int codesPerAddress,
        @DefaultValue("1200") int codesPerNetwork,
        @DefaultValue("3") int mailsPerMailbox) {

    static final Duration PERIOD = Duration.ofHours(1);

    /** Of one code: some browsers ask three times to play a sound once. */
    private static final int SHOWINGS = 20;

    /** Counts one more request from where it comes; before a transaction begins. */
    boolean allow(RateLimits limits, HttpServletRequest request) {
        return limits.allow("registration:address:" + Network.address(request), perAddress, PERIOD)
                && limits.allow("registration:network:" + Network.of(request), perNetwork, PERIOD);
    }

    /** Counts one more CAPTCHA to where the request comes from; before a transaction begins. */
    boolean allowCode(RateLimits limits, HttpServletRequest request) {
        return limits.allow("captcha:address:" + Network.address(request), codesPerAddress, PERIOD)
                && limits.allow("captcha:network:" + Network.of(request), codesPerNetwork, PERIOD);
    }

    /**
     * Counts one more time that a picture is drawn or a sound is spoken, which costs a hundred times what the
     * code itself did: as codes are limited, so are these.
     *
     * @throws si.podpora.web.Refusal.TooOften if it is one too many
     */
    void requireShowing(RateLimits limits, String what, UUID captcha) {
        limits.require("captcha:" + what + ":" + captcha, SHOWINGS, PERIOD);
    }

    /** Counts one more mail to an address that somebody wants an invitation for; before a transaction begins. */
    boolean allowMail(RateLimits limits, String email) {
        return limits.allow("registration:mailbox:" + email, mailsPerMailbox, PERIOD);
    }
}
