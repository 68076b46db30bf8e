package si.podpora.licences;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.accounts.Actor;
import si.podpora.web.RateLimits;

/** Sends an activation once more, to whoever asks. */
@Component
class ActivationSending {

    private static final int MOST = 10;

    private final Licences licences;
    private final ActivationMail mail;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    ActivationSending(Licences licences, ActivationMail mail, RateLimits limits, TransactionTemplate transaction) {
        this.licences = licences;
        this.mail = mail;
        this.limits = limits;
        this.transaction = transaction;
    }

    void send(Actor me, long serialNumber) {
        var installation = licences.installation(me, serialNumber);
        limits.require("licences:mail:" + me.id(), MOST, Duration.ofHours(1));
        transaction.executeWithoutResult(status ->
                mail.post(me, licences.find(me, installation.licenceId()), serialNumber, licences.file(serialNumber)));
    }
}
