package si.podpora.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;

/**
 * Takes letters in the transaction of the change that they tell of: either both are there or neither.
 * Message-ID, references and text are fixed here; sending comes later.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    private final JdbcClient sql;
    private final TemplateEngine templates;
    private final PodporaProperties settings;
    private final Clock clock;
    private final MailBell bell;

    Outbox(JdbcClient sql, TemplateEngine templates, PodporaProperties settings, Clock clock, MailBell bell) {
        this.sql = sql;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
        this.bell = bell;
    }

    /** Takes a letter to be sent at once. */
    public void post(Envelope envelope, Letter letter) {
        post(envelope, letter, List.of());
    }

    /**
     * Takes a letter with files to be sent at once.
     *
     * @throws IllegalArgumentException for a secret letter: only its body would be blanked
     */
    public void post(Envelope envelope, Letter letter, List<MailAttachment> files) {
        if (envelope.secret() && !files.isEmpty()) {
            throw new IllegalArgumentException("A secret letter has no files");
        }
        long mail = insert(envelope, letter, null, clock.instant());
        files.forEach(file -> attach(mail, file));
    }

    /**
     * Takes a letter that waits a while for more of its kind. While one with the same key waits, it is
     * written anew instead of a second one being sent; one that is being sent already is left alone.
     *
     * @param key what is gathered: {@code case-2580:person-7}
     * @param wait how long the first one waits
     * @param at when the change happened, as it is stamped itself
     * @param letter makes the letter of all that has happened since the given time, inclusive: the time of
     *     the first change that has not been sent yet
     */
    public void gather(Envelope envelope, String key, Duration wait, Instant at, Function<Instant, Letter> letter) {
        lockGathering(envelope.thread() != null ? envelope.thread() : key);
        var waiting = sql.sql("""
                select id, gathers_since from outgoing_mail
                where gather_key = :key and state = 'waiting' for update
                """)
                .param("key", key)
                .query((row, index) -> new Waiting(row.getLong("id"), SqlTime.instant(row, "gathers_since")))
                .optional();
        if (waiting.isPresent()) {
            var since = at.isBefore(waiting.get().since()) ? at : waiting.get().since();
            rewrite(waiting.get().id(), envelope, since, letter.apply(since));
        } else {
            insert(
                    envelope,
                    letter.apply(at),
                    new Gathering(key, at),
                    clock.instant().plus(wait));
        }
    }

    /** The keys of a person's letters that still gather. */
    public List<String> gathering(long recipientId) {
        return sql.sql("""
                select gather_key from outgoing_mail
                where recipient_id = :recipient and state = 'waiting' and gather_key is not null
                """).param("recipient", recipientId).query(String.class).list();
    }

    /** What was written of one thread belongs to another; what still gathers there gathers here, unless something does. */
    public void move(String thread, String into) {
        sql.sql("""
                update outgoing_mail m
                set thread = :into,
                    gather_key = case when m.state <> 'waiting' or not exists (
                                         select from outgoing_mail o
                                         where o.gather_key = replace(m.gather_key, :from || ':', :into || ':')
                                           and o.state = 'waiting')
                                     then replace(m.gather_key, :from || ':', :into || ':') end
                where m.thread = :from
                """).param("from", thread).param("into", into).update();
    }

    /** Takes a letter back that still gathers; one that is being sent is left alone. */
    public void withdraw(String key) {
        sql.sql("delete from outgoing_mail where gather_key = :key and state = 'waiting'")
                .param("key", key)
                .update();
    }

    /**
     * Two changes at once gather one after the other, so that the second finds the first one's letter. One
     * lock for the whole thread: two locks taken in turn for two recipients could wait for each other.
     */
    private void lockGathering(String what) {
        sql.sql("select pg_advisory_xact_lock(hashtext('outgoing_mail'), hashtext(:what))")
                .param("what", what)
                .query((row, index) -> index)
                .single();
    }

    private void rewrite(long id, Envelope envelope, Instant since, Letter letter) {
        sql.sql("""
                update outgoing_mail set recipient_address = :address, recipient_name = :name, language = :language,
                    subject = :subject, html = :html, text = :text, gathers_since = :since
                where id = :id
                """)
                .param("address", envelope.address())
                .param("name", envelope.name())
                .param("language", envelope.language().getLanguage())
                .param("subject", letter.subject())
                .param("html", html(envelope, letter))
                .param("text", LetterText.of(letter, settings.organisation()))
                .param("since", SqlTime.of(since))
                .param("id", id)
                .update();
    }

    private long insert(Envelope envelope, Letter letter, @Nullable Gathering gathering, Instant due) {
        var host = Optional.ofNullable(settings.baseUrl().getHost()).orElse("localhost");
        var root = Optional.ofNullable(envelope.thread()).map(thread -> "<" + thread + "@" + host + ">");
        var last = root.flatMap(id -> lastInThread(envelope));
        var mail = sql.sql("""
                insert into outgoing_mail (message_id, thread, gather_key, gathers_since, purpose, recipient_id, recipient_address,
                    recipient_name, language, subject, html, text, in_reply_to, reference_ids, secret, state,
                    created_at, due_at)
                values (:messageId, :thread, :gatherKey, :since, :purpose, :recipient, :address, :name, :language, :subject,
                    :html, :text, :inReplyTo, :references, :secret, 'waiting', :now, :due)
                returning id
                """)
                .param("messageId", "<" + UUID.randomUUID() + "@" + host + ">")
                .param("thread", envelope.thread())
                .param("gatherKey", gathering == null ? null : gathering.key())
                .param("since", gathering == null ? null : SqlTime.of(gathering.since()))
                .param("purpose", envelope.purpose())
                .param("recipient", envelope.recipientId())
                .param("address", envelope.address())
                .param("name", envelope.name())
                .param("language", envelope.language().getLanguage())
                .param("subject", letter.subject())
                .param("html", html(envelope, letter))
                .param("text", LetterText.of(letter, settings.organisation()))
                .param("inReplyTo", last.or(() -> root).orElse(null))
                .param(
                        "references",
                        root.map(id -> last.map(before -> id + " " + before).orElse(id))
                                .orElse(""))
                .param("secret", envelope.secret())
                .param("now", SqlTime.of(clock.instant()))
                .param("due", SqlTime.of(due))
                .query(Long.class)
                .single();
        bell.ringAfterCommit();
        return mail;
    }

    private void attach(long mail, MailAttachment file) {
        sql.sql("insert into outgoing_attachment (mail_id, name, type, content) values (:mail, :name, :type, :content)")
                .param("mail", mail)
                .param("name", file.name())
                .param("type", file.type())
                .param("content", file.content())
                .update();
    }

    /** The mail before this one to the same address in the same thread (RFC 5322 section 3.6.4). */
    private Optional<String> lastInThread(Envelope envelope) {
        return sql.sql("""
                select message_id from outgoing_mail
                where thread = :thread and recipient_address = :address order by id desc limit 1
                """)
                .param("thread", envelope.thread())
                .param("address", envelope.address())
                .query(String.class)
                .optional();
    }

    private String html(Envelope envelope, Letter letter) {
        var output = new StringOutput();
        templates.render(
                "mail/letter.jte",
                Map.of(
                        "letter",
                        letter,
                        "organisation",
                        settings.organisation(),
                        "language",
                        envelope.language().getLanguage(),
                        "home",
                        settings.link("/")),
                output);
        return output.toString();
    }

    private record Waiting(long id, Instant since) {}

    private record Gathering(String key, Instant since) {}
}
