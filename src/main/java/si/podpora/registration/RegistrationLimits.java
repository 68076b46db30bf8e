package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
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
 * @param mailsPerMailbox mails to one mail address; what is above is dropped without a word
 */
@ConfigurationProperties("podpora.registration")
record RegistrationLimits(
        @DefaultValue("30") int perAddress,
        @DefaultValue("120") int perNetwork,
        @DefaultValue("3") int mailsPerMailbox) {

    static final Duration PERIOD = Duration.ofHours(1);

    /** Counts one more request from where it comes; before a transaction begins. */
    boolean allow(RateLimits limits, HttpServletRequest request) {
        return limits.allow("registration:address:" + request.getRemoteAddr(), perAddress, PERIOD)
                && limits.allow("registration:network:" + Network.of(request), perNetwork, PERIOD);
    }

    /** Counts one more mail to an address that somebody wants an invitation for; before a transaction begins. */
    boolean allowMail(RateLimits limits, String email) {
        return limits.allow("registration:mailbox:" + email, mailsPerMailbox, PERIOD);
    }
}
