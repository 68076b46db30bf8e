package si.podpora.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import si.podpora.web.PodporaProperties;

/** A mail in the form in which it travels (RFC 5322, RFC 2046); made of the same row it is always the same. */
final class MimeLetter extends MimeMessage {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private MimeLetter(String messageId) {
        super(SESSION);
        this.messageId = messageId;
    }

    static MimeMessage of(QueuedMail mail, PodporaProperties.Organisation organisation) throws MessagingException {
        var message = new MimeLetter(mail.messageId());
        message.setFrom(mailbox(organisation.sender(), organisation.senderName()));
        message.setRecipient(Message.RecipientType.TO, mailbox(mail.address(), mail.name()));
        message.setSubject(OneLine.of(mail.subject()), UTF_8);
        message.setSentDate(Date.from(mail.createdAt()));
        if (mail.inReplyTo() != null) {
            message.setHeader("In-Reply-To", mail.inReplyTo());
        }
        if (!mail.references().isEmpty()) {
            message.setHeader("References", MimeUtility.fold("References: ".length(), mail.references()));
        }
        // RFC 3834 section 5, and the header by which Exchange sends no absence notes.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        // The plain one first: the last one is what a reader prefers (RFC 2046 section 5.1.4).
        var body = new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        message.setContent(mail.files().isEmpty() ? body : withFiles(body, mail.files()));
        message.saveChanges();
        return message;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        // Lines end in CRLF, in encoded text too (RFC 2046 section 4.1.1).
        part.setText(text.replaceAll("\\R", "\r\n"), UTF_8, subtype);
        return part;
    }

    /** The body first, then the files (RFC 2046 section 5.1.3). */
    private static MimeMultipart withFiles(MimeMultipart body, List<MailAttachment> files) throws MessagingException {
        var first = new MimeBodyPart();
        first.setContent(body);
        var mixed = new MimeMultipart("mixed", first);
        for (var file : files) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
            part.setFileName(file.name());
            // Whatever it holds, it arrives byte for byte.
            part.setHeader("Content-Transfer-Encoding", "base64");
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    private static InternetAddress mailbox(String address, String name) throws MessagingException {
        var mailbox = new InternetAddress(address, true);
        if (mailbox.isGroup() || !mailbox.getAddress().equals(address)) {
            throw new AddressException("Not one address", address);
        }
        try {
            mailbox.setPersonal(OneLine.of(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8.", e);
        }
        return mailbox;
    }
}
