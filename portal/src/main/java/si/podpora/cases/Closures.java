package si.podpora.cases;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.SqlTime;

/** Closes cases and opens them again. Each verb is one transaction with its event and its mail. */
@Component
public class Closures {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;
    private final Conversation conversation;
    private final CaseMail mail;

    Closures(
            JdbcClient sql,
            Clock clock,
            CaseAccess access,
            CaseHistory history,
            Conversation conversation,
            CaseMail mail) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.conversation = conversation;
        this.mail = mail;
    }

    /**
     * Closes a case; one that is closed stays as it is.
     *
     * @param reason may be empty
     */
    @Transactional
    public void close(Actor me, CaseNumber number, String reason) {
        var found = access.lock(me, number);
        CaseAccess.mustBeMoreThanParticipant(me, found);
        if (!found.closed()) {
            close(me, found, StatusReason.WORK_COMPLETED, reason.strip());
        }
    }

    void close(Actor me, CaseHead found, StatusReason status, String reason) {
        var now = clock.instant();
        sql.sql("""
                update cases
                set status_reason = :status, closed_at = :now, closed_by = :me, closing_reason = :reason, changed_at = :now
                where id = :id and closed_at is null
                """)
                .param("status", status.code())
                .param("now", SqlTime.of(now))
                .param("me", me.id())
                .param("reason", reason)
                .param("id", found.id())
                .update();
        history.record(me, found, CaseEvent.Kind.CLOSED, status, reason, now);
        mail.changed(me, found.id(), now);
    }

    /**
     * Opens a closed case again; one that is open stays as it is.
     *
     * @param note why, added to the conversation unless its body is blank and it has no files
     * @throws TooLateToReopen if a customer asks and it was closed more than {@link CaseHead#REOPENING} ago
     */
    @Transactional
    public void reopen(Actor me, CaseNumber number, NewNote note) {
        var found = access.lock(me, number);
        if (found.closed()) {
            if (!me.isStaff() && !found.reopenable(clock.instant())) {
                throw new TooLateToReopen();
            }
            reopen(me, found, StatusReason.IN_PROGRESS);
        }
        if (!note.isEmpty()) {
            conversation.add(me, number, note);
        }
    }

    void reopen(Actor me, CaseHead found, StatusReason status) {
        var now = clock.instant();
        sql.sql("""
                update cases
                set status_reason = :status, closed_at = null, closed_by = null, closing_reason = '', changed_at = :now
                where id = :id and closed_at is not null
                """)
                .param("status", status.code())
                .param("now", SqlTime.of(now))
                .param("id", found.id())
                .update();
        history.record(me, found, CaseEvent.Kind.REOPENED, status, "", now);
        mail.changed(me, found.id(), now);
    }
}
