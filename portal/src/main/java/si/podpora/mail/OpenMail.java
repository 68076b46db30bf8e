package si.podpora.mail;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import si.podpora.web.PodporaProperties;

/** A mail that somebody reads in the demonstration's mailbox. */
public record OpenMail(
        SentMail mail, String from, String html, List<TextPiece> text, String headers, List<MailAttachment> files) {

    static OpenMail of(SentMail mail, QueuedMail content, PodporaProperties.Organisation organisation) {
        return new OpenMail(
                mail,
                organisation.senderName() + " <" + organisation.sender() + ">",
                content.html(),
                TextPiece.of(content.text()),
                headers(content, organisation),
                content.files());
    }

    /** Whether it held a secret and has been blanked. */
    public boolean isBlanked() {
        return html.isEmpty();
    }

    /** The header as it leaves, up to the empty line. */
    private static String headers(QueuedMail mail, PodporaProperties.Organisation organisation) {
        var bytes = new ByteArrayOutputStream();
        try {
            MimeLetter.of(mail, organisation).writeTo(bytes);
        } catch (MessagingException e) {
            // Such a mail leaves nowhere; that is what there is to see of it.
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var raw = bytes.toString(StandardCharsets.UTF_8);
        return raw.substring(0, raw.indexOf("\r\n\r\n")).replace("\r\n", "\n");
    }
}
