package si.podpora.mail;

import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import si.podpora.web.PodporaProperties;

/** Takes one mail after the other to the SMTP server, outside any transaction. */
final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final MailQueue queue;
    private final JavaMailSender smtp;
    private final PodporaProperties.Organisation organisation;
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();

    Postman(MailQueue queue, JavaMailSender smtp, PodporaProperties settings) {
        this.queue = queue;
        this.smtp = smtp;
        this.organisation = settings.organisation();
    }

    /**
     * Sends the mail that is due longest.
     *
     * @param found called between the claim and the sending, so that another may look for the next
     * @return whether there was one
     */
    boolean sendNext(Runnable found) {
        var mail = queue.claim();
        mail.ifPresent(claimed -> {
            underway.add(claimed.id());
            try {
                found.run();
                queue.record(claimed, deliver(claimed));
            } finally {
                underway.remove(claimed.id());
            }
        });
        return mail.isPresent();
    }

    /** Keeps the leases of slow mails, so that no other copy sends them, too. */
    void keepLeases() {
        if (!underway.isEmpty()) {
            queue.keep(underway);
        }
    }

    private Delivery deliver(QueuedMail mail) {
        try {
            smtp.send(MimeLetter.of(mail, organisation));
            return new Delivery.Sent();
        } catch (MessagingException | MailException e) {
            return told(mail, SmtpAnswer.of(e));
        } catch (RuntimeException e) {
            LOG.error("Mail {} could not be made", mail.id(), e);
            return SmtpAnswer.of(e);
        }
    }

    private static Delivery told(QueuedMail mail, Delivery delivery) {
        switch (delivery) {
            case Delivery.Refused refused ->
                LOG.warn("Mail {} has been refused for good ({})", mail.id(), refused.problem());
            case Delivery.NotNow notNow ->
                LOG.warn("Mail {}: attempt {} failed ({})", mail.id(), mail.attempt(), notNow.problem());
            case Delivery.Sent sent -> LOG.debug("Mail {} is sent", mail.id());
        }
        return delivery;
    }
}
