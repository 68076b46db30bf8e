package si.podpora.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import si.podpora.web.SqlTime;

/**
 * A mail as it leaves.
 *
 * @param attempt the how manieth attempt this is, from 1; 0 if none has been made
 * @param references the References header; empty for none
 */
record QueuedMail(
        long id,
        int attempt,
        String messageId,
        String address,
        String name,
        Locale language,
        String subject,
        String html,
        String text,
        @Nullable String inReplyTo,
        String references,
        Instant createdAt,
        List<MailAttachment> files) {

    /** The columns that make one. */
    static final String COLUMNS = """
            id, attempts, message_id, recipient_address, recipient_name, language, subject, html, text, in_reply_to,
            reference_ids, created_at, """ + MailAttachment.COLUMNS;

    static QueuedMail of(ResultSet row, int index) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                row.getInt("attempts"),
                row.getString("message_id"),
                row.getString("recipient_address"),
                row.getString("recipient_name"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getString("html"),
                row.getString("text"),
                row.getString("in_reply_to"),
                row.getString("reference_ids"),
                SqlTime.instant(row, "created_at"),
                MailAttachment.of(row));
    }
}
