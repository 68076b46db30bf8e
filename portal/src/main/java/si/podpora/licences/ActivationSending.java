package si.podpora.licences;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.accounts.Actor;
import si.podpora.web.RateLimits;
import si.podpora.web.Refusal;

/** Sends an activation once more, to whoever asks. */
@Component
class ActivationSending {

    private static final int MOST = 10;

    private final Licences licences;
    private final SignedFiles files;
    private final ActivationMail mail;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    ActivationSending(
            Licences licences,
            SignedFiles files,
            ActivationMail mail,
            RateLimits limits,
            TransactionTemplate transaction) {
        this.licences = licences;
        this.files = files;
        this.mail = mail;
        this.limits = limits;
        this.transaction = transaction;
    }

    void send(Actor me, long serialNumber) {
        var installation = licences.installation(me, serialNumber);
        limits.require("licences:mail:" + me.id(), MOST, Duration.ofHours(1));
        var file = files.of(installation).orElseThrow(Refusal.NotFound::new);
        transaction.executeWithoutResult(
                status -> mail.post(me, licences.find(me, installation.licenceId()), serialNumber, file));
    }
}
