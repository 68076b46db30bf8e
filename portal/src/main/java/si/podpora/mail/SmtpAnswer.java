package si.podpora.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Reads from a failed attempt whether trying again can help (RFC 5321 section 4.2.1). */
final class SmtpAnswer {

    private static final int AUTHENTICATION_REQUIRED = 530; // RFC 4954 section 6: our settings, not the address
    private static final int LONGEST = 500;

    private SmtpAnswer() {}

    static Delivery of(Exception failure) {
        var all = new ArrayList<Throwable>();
        collect(failure, all);
        return address(all)
                .or(() -> message(all))
                .orElseGet(() -> new Delivery.NotNow(MailProblem.SERVER, text(all.getLast())));
    }

    private static Optional<Delivery> address(List<Throwable> all) {
        for (var failure : all) {
            if (failure instanceof AddressException) {
                return Optional.of(new Delivery.Refused(MailProblem.ADDRESS, text(failure)));
            }
            if (failure instanceof SMTPAddressFailedException refused) {
                return Optional.of(
                        refused.getReturnCode() == AUTHENTICATION_REQUIRED
                                ? new Delivery.NotNow(MailProblem.SERVER, text(failure))
                                : permanent(refused.getReturnCode())
                                        ? new Delivery.Refused(MailProblem.ADDRESS, text(failure))
                                        : new Delivery.NotNow(MailProblem.LATER, text(failure)));
            }
        }
        return Optional.empty();
    }

    /** Only DATA is about the message; a refused MAIL FROM is about how the portal is set up. */
    private static Optional<Delivery> message(List<Throwable> all) {
        for (var failure : all) {
            if (failure instanceof SMTPSendFailedException refused && ofMessage(refused.getCommand())) {
                return Optional.of(
                        permanent(refused.getReturnCode())
                                ? new Delivery.Refused(MailProblem.MESSAGE, text(failure))
                                : new Delivery.NotNow(MailProblem.LATER, text(failure)));
            }
        }
        return Optional.empty();
    }

    private static boolean ofMessage(@Nullable String command) {
        return command != null
                && (command.strip().equals(".") || command.startsWith("DATA") || command.startsWith("BDAT"));
    }

    private static boolean permanent(int code) {
        return code >= 500 && code < 600;
    }

    private static void collect(@Nullable Throwable failure, List<Throwable> all) {
        if (failure == null || all.contains(failure)) {
            return;
        }
        all.add(failure);
        if (failure instanceof MailSendException sending) {
            for (var each : sending.getMessageExceptions()) {
                collect(each, all);
            }
        }
        if (failure instanceof MessagingException messaging) {
            collect(messaging.getNextException(), all);
        }
        collect(failure.getCause(), all);
    }

    private static String text(Throwable failure) {
        var message = failure.getMessage();
        var line = OneLine.of(message == null ? failure.getClass().getSimpleName() : message);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
