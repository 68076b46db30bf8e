package si.podpora.mail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;

/** All mail of the portal, readable by anybody: in the demonstration only. */
@Component
@ConditionalOnBooleanProperty("podpora.demo")
class Mailbox {

    /** Mails on a page. */
    static final int PAGE = 50;

    private final JdbcClient sql;
    private final PodporaProperties settings;

    Mailbox(JdbcClient sql, PodporaProperties settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /**
     * A page of mails, the newest first, and one more if there are older ones.
     *
     * @param to address of the recipient; empty for all
     * @param before only mails older than this one; null for the newest
     */
    List<SentMail> list(String to, @Nullable Long before) {
        var ofRecipient = to.isEmpty() ? "" : " and lower(recipient_address) = lower(:to)";
        return sql.sql("select " + Mails.COLUMNS + " from outgoing_mail where id < :before" + ofRecipient
                        + " order by id desc limit " + (PAGE + 1))
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("to", to)
                .query(Mails::read)
                .list();
    }

    /** To whom the last mails went. */
    List<String> recipients() {
        return sql.sql("""
                select distinct lower(recipient_address) as address
                from (select recipient_address from outgoing_mail order by id desc limit 500) latest order by address
                """).query(String.class).list();
    }

    Optional<OpenMail> open(long id) {
        return sql.sql("select " + Mails.COLUMNS
                        + ", message_id, language, html, text, in_reply_to, reference_ids, " + MailAttachment.COLUMNS
                        + " from outgoing_mail where id = :id")
                .param("id", id)
                .query((row, index) ->
                        OpenMail.of(Mails.read(row, index), QueuedMail.of(row, index), settings.organisation()))
                .optional();
    }
}
