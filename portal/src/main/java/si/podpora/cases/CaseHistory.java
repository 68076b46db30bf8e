package si.podpora.cases;

import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.SqlTime;

/** Writes events, in the transaction of the change, and tells the open pages once it commits. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseHistory {

    /** The channel of PostgreSQL on which the key of a changed case is told. */
    static final String CHANNEL = "podpora_case";

    private final JdbcClient sql;

    CaseHistory(JdbcClient sql) {
        this.sql = sql;
    }

    void record(Actor me, long caseId, CaseEvent.Kind kind, String before, String after, String detail, Instant at) {
        write(Visibility.PUBLIC, me.id(), me.isStaff(), caseId, kind, before, after, detail, at);
    }

    /** Writes that a case stands elsewhere now, of the kind that says so. */
    void record(Actor me, CaseHead before, CaseEvent.Kind kind, StatusReason after, String detail, Instant at) {
        record(me, before.id(), kind, before.status().code(), after.code(), detail, at);
    }

    /** Writes what the portal has done by itself. */
    void recordByItself(long caseId, CaseEvent.Kind kind, String before, String after, String detail, Instant at) {
        write(Visibility.PUBLIC, null, false, caseId, kind, before, after, detail, at);
    }

    /**
     * Writes why something has been done, for the help desk only.
     *
     * @param actor null: the portal itself
     */
    void explain(@Nullable Long actor, long caseId, CaseEvent.Kind kind, String detail, Instant at) {
        write(Visibility.INTERNAL, actor, true, caseId, kind, "", "", detail, at);
    }

    /** Writes something that somebody of the help desk has done and that only the help desk reads. */
    void remark(Actor me, long caseId, CaseEvent.Kind kind, String after, Instant at) {
        write(Visibility.INTERNAL, me.id(), true, caseId, kind, "", after, "", at);
    }

    private void write(
            Visibility visibility,
            @Nullable Long actor,
            boolean staff,
            long caseId,
            CaseEvent.Kind kind,
            String before,
            String after,
            String detail,
            Instant at) {
        sql.sql("""
                insert into case_event
                    (case_id, kind, visibility, actor_id, by_staff, old_value, new_value, detail, created_at)
                values (:case, :kind, :visibility, :actor, :staff, :before, :after, :detail, :at)
                """)
                .param("case", caseId)
                .param("kind", kind.code())
                .param("visibility", visibility.code())
                .param("actor", actor, Types.BIGINT)
                .param("staff", staff)
                .param("before", before)
                .param("after", after)
                .param("detail", detail)
                .param("at", SqlTime.of(at))
                .update();
        tell(caseId, visibility);
    }

    /** Ends the open pages of somebody who does not see the case any more. */
    void left(long caseId, long personId) {
        tell(caseId + " left " + personId);
    }

    /**
     * Tells the open pages of a case that it has changed; they ask for the change themselves. What is
     * internal is told to the help desk only: even the hour of an internal note is none of the customer's.
     */
    void tell(long caseId, Visibility visibility) {
        tell(caseId + " " + visibility.code());
    }

    private void tell(String what) {
        sql.sql("select pg_notify(:channel, :what)")
                .param("channel", CHANNEL)
                .param("what", what)
                .query((row, index) -> true)
                .list();
    }
}
