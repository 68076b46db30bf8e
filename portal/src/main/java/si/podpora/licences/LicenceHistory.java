package si.podpora.licences;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.SqlTime;

/** What happened to each licence, written in the transaction in which it happened. */
@Component
class LicenceHistory {

    /** What a page shows; the older ones are in the database. */
    private static final int SHOWN = 100;

    private final JdbcClient sql;
    private final Clock clock;

    LicenceHistory(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes an event down. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(
            long licenceId,
            @Nullable Long serialNumber,
            LicenceEvent.Kind kind,
            @Nullable Actor actor,
            String detail,
            String reason) {
        insert(licenceId, serialNumber, kind, kind == LicenceEvent.Kind.MOVED, actor, detail, reason);
    }

    /** Somebody of another company has tried the key: the help desk's business, not the company's. */
    @Transactional(propagation = Propagation.MANDATORY)
    void recordForeign(long licenceId, Actor actor) {
        insert(licenceId, null, LicenceEvent.Kind.REFUSED, true, actor, Denial.UNKNOWN_KEY.code(), "");
    }

    private void insert(
            long licenceId,
            @Nullable Long serialNumber,
            LicenceEvent.Kind kind,
            boolean internal,
            @Nullable Actor actor,
            String detail,
            String reason) {
        sql.sql("""
                insert into licence_event
                    (licence_id, activation_id, kind, internal, actor_id, by_staff, detail, reason, created_at)
                values (:licence, :activation, :kind, :internal, :actor, :staff, :detail, :reason, :now)
                """)
                .param("licence", licenceId)
                .param("activation", serialNumber, Types.BIGINT)
                .param("kind", kind.code())
                .param("internal", internal)
                .param("actor", actor == null ? null : actor.id(), Types.BIGINT)
                .param("staff", actor != null && actor.isStaff())
                .param("detail", detail)
                .param("reason", reason)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** What happened, the latest first. A company that has taken the licence over sees what happened since. */
    List<LicenceEvent> of(long licenceId, boolean staff) {
        return sql.sql("""
                select e.*, coalesce(p.first_name || ' ' || p.last_name, '') as actor
                from licence_event e left join person p on p.id = e.actor_id
                where e.licence_id = :licence
                  and (:staff or not e.internal and e.id > coalesce(
                      (select max(m.id) from licence_event m where m.licence_id = :licence and m.kind = 'moved'), 0))
                order by e.id desc limit :shown
                """)
                .param("licence", licenceId)
                .param("staff", staff)
                .param("shown", SHOWN)
                .query((row, index) -> new LicenceEvent(
                        LicenceEvent.Kind.of(row.getString("kind")),
                        row.getBoolean("internal"),
                        row.getString("actor"),
                        row.getBoolean("by_staff"),
                        row.getLong("activation_id"),
                        row.getString("detail"),
                        row.getString("reason"),
                        SqlTime.instant(row, "created_at")))
                .list();
    }
}
