package si.podpora.cases;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.files.Attachments;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Adds notes: public ones that both sides read, internal ones for the help desk. */
@Component
public class Conversation {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;
    private final CaseWords words;
    private final CaseMail mail;
    private final Attachments attachments;
    private final Drafts drafts;

    Conversation(
            JdbcClient sql,
            Clock clock,
            CaseAccess access,
            CaseHistory history,
            CaseWords words,
            CaseMail mail,
            Attachments attachments,
            Drafts drafts) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.words = words;
        this.mail = mail;
        this.attachments = attachments;
        this.drafts = drafts;
    }

    /**
     * Adds a note, once for each key. A customer's answer to a case that waits for details puts it back in
     * progress. An internal note changes nothing that the customer sees.
     *
     * @throws Refusal.NotAllowed if a customer asks for an internal note
     * @throws si.podpora.files.FilesRefused if a file is not this person's or the case has too much then
     * @throws CaseClosed if the case is closed and the note is a customer's
     */
    @Transactional
    public void add(Actor me, CaseNumber number, NewNote note) {
        if (!me.isStaff() && note.visibility() == Visibility.INTERNAL) {
            throw new Refusal.NotAllowed();
        }
        var found = access.lock(me, number);
        if (has(me, note.key())) {
            return;
        }
        if (found.closed() && !me.isStaff()) {
            throw new CaseClosed();
        }
        insert(me, found, note);
    }

    /** Whether this person has added the note of this key already: the form was sent twice. */
    public boolean has(Actor me, UUID key) {
        return sql.sql("select exists (select from note where author_id = :me and submission_key = :key)")
                .param("me", me.id())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private void insert(Actor me, CaseHead found, NewNote note) {
        var now = clock.instant();
        var id = sql.sql("""
                insert into note (case_id, author_id, by_staff, visibility, body, submission_key, created_at)
                values (:case, :me, :staff, :visibility, :body, :key, :now)
                returning id
                """)
                .param("case", found.id())
                .param("me", me.id())
                .param("staff", me.isStaff())
                .param("visibility", note.visibility().code())
                .param("body", note.body().strip())
                .param("key", note.key())
                .param("now", SqlTime.of(now))
                .query(Long.class)
                .single();
        attachments.attach(me, found.id(), id, note.files());
        drafts.discard(
                me,
                note.visibility() == Visibility.PUBLIC ? Drafts.note(found.number()) : Drafts.internal(found.number()));
        words.add(found.id(), note.body(), note.visibility());
        if (note.visibility() == Visibility.PUBLIC) {
            var answered = !me.isStaff() && found.status() == StatusReason.WAITING_FOR_DETAILS;
            var status = answered ? StatusReason.IN_PROGRESS : found.status();
            // Who is asked once more has as long to answer as the first time.
            sql.sql("""
                    update cases set changed_at = :now, status_reason = :status,
                        waiting_since = case when :again then :now else waiting_since end,
                        waiting_reminders = case when :again then 0 else waiting_reminders end,
                        waiting_reminded_at = case when :again then null else waiting_reminded_at end
                    where id = :case
                    """)
                    .param("again", me.isStaff() && found.status() == StatusReason.WAITING_FOR_DETAILS)
                    .param("now", SqlTime.of(now))
                    .param("status", status.code())
                    .param("case", found.id())
                    .update();
            if (answered) {
                history.record(me, found, CaseEvent.Kind.STATUS_CHANGED, status, "", now);
            }
            mail.changed(me, found.id(), now);
        }
        history.tell(found.id(), note.visibility());
    }
}
