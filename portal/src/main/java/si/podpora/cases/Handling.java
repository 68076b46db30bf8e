package si.podpora.cases;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** What only the help desk does to a case: who works on it, and where it stands. */
@Component
public class Handling {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;
    private final CaseMail mail;
    private final Closures closures;

    Handling(JdbcClient sql, Clock clock, CaseAccess access, CaseHistory history, CaseMail mail, Closures closures) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.mail = mail;
        this.closures = closures;
    }

    /**
     * Gives the case to somebody of the help desk.
     *
     * @param ownerId null: back to the help desk
     * @throws Refusal.NotFound if nobody active of the help desk has this key
     */
    @Transactional
    public void assign(Actor me, CaseNumber number, @Nullable Long ownerId) {
        give(me, access.lockAsStaff(me, number), ownerId, "");
    }

    /**
     * The same by hand: a case that somebody has changes hands only with a reason, which only the help desk reads.
     *
     * @param reason may be empty
     * @return false if somebody else has the case and no reason is given; nothing has changed then
     * @throws Refusal.NotFound if nobody active of the help desk has this key
     */
    @Transactional
    public boolean assign(Actor me, CaseNumber number, @Nullable Long ownerId, String reason) {
        var found = access.lockAsStaff(me, number);
        if (found.ownerId() != null && !Objects.equals(found.ownerId(), ownerId) && reason.isBlank()) {
            return false;
        }
        give(me, found, ownerId, reason);
        return true;
    }

    private void give(Actor me, CaseHead found, @Nullable Long ownerId, String reason) {
        if (Objects.equals(found.ownerId(), ownerId)) {
            return;
        }
        var now = clock.instant();
        var name = give(found.id(), ownerId, now);
        history.record(me, found.id(), CaseEvent.Kind.ASSIGNED, found.ownerName(), name, "", now);
        if (!reason.isBlank()) {
            history.explain(me.id(), found.id(), CaseEvent.Kind.ASSIGNMENT_REASON, reason.strip(), now);
        }
        mail.changed(me, found.id(), now);
        if (ownerId != null) {
            mail.assigned(me, found.id(), reason.strip());
        }
    }

    /** Takes a case that nobody has; one that somebody has stays there. */
    @Transactional
    public void takeUnowned(Actor me, CaseNumber number) {
        var found = access.lockAsStaff(me, number);
        if (found.ownerId() == null) {
            give(me, found, me.id(), "");
        }
    }

    /** Gives a case of one's own back to the help desk; one that somebody else has stays there. */
    @Transactional
    public void release(Actor me, CaseNumber number) {
        var found = access.lockAsStaff(me, number);
        if (Objects.equals(found.ownerId(), me.id())) {
            give(me, found, null, "");
        }
    }

    /**
     * Gives a case that nobody has to somebody, because the portal finds that it suits.
     *
     * @param skills names of what the person knows of it; empty for none
     * @return false if somebody has it by now, or it is closed
     */
    @Transactional
    public boolean assignByItself(long caseId, long ownerId, String skills) {
        var found = access.lock(caseId);
        if (found.ownerId() != null || found.closed()) {
            return false;
        }
        var now = clock.instant();
        var name = give(caseId, ownerId, now);
        history.recordByItself(caseId, CaseEvent.Kind.ASSIGNED, "", name, "", now);
        history.explain(null, caseId, CaseEvent.Kind.AUTO_ASSIGNED, skills, now);
        mail.assignedByItself(caseId, now);
        return true;
    }

    /** Writes who has the case now; the name of that person. */
    private String give(long caseId, @Nullable Long ownerId, Instant now) {
        var name = ownerId == null ? "" : colleague(ownerId);
        sql.sql("""
                update cases set owner_id = :owner, owner_name = :name, owned_since = :since, changed_at = :now
                where id = :id
                """)
                .param("owner", ownerId, Types.BIGINT)
                .param("name", name)
                .param("since", ownerId == null ? null : SqlTime.of(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", SqlTime.of(now))
                .param("id", caseId)
                .update();
        return name;
    }

    private String colleague(long id) {
        return sql.sql("""
                select first_name || ' ' || last_name from person
                where id = :id and staff_role is not null and state = 'active'
                """).param("id", id).query(String.class).optional().orElseThrow(Refusal.NotFound::new);
    }

    /** Sets where the case stands; this closes an open case or opens a closed one where it has to. */
    @Transactional
    public void changeStatus(Actor me, CaseNumber number, StatusReason status) {
        changeStatus(me, number, status, null);
    }

    /**
     * The same by somebody who has seen where the case stood.
     *
     * @param was null if that is not known
     * @return false if it stands elsewhere by now; nothing has changed then
     */
    @Transactional
    public boolean changeStatus(Actor me, CaseNumber number, StatusReason status, @Nullable StatusReason was) {
        var found = access.lockAsStaff(me, number);
        if (found.status() == status) {
            return true;
        }
        if (was != null && found.status() != was) {
            return false;
        }
        put(me, found, status);
        return true;
    }

    private void put(Actor me, CaseHead found, StatusReason status) {
        if (!found.closed() && status.closed()) {
            closures.close(me, found, status, "");
        } else if (found.closed() && !status.closed()) {
            closures.reopen(me, found, status);
        } else {
            var now = clock.instant();
            sql.sql("update cases set status_reason = :status, changed_at = :now where id = :id")
                    .param("status", status.code())
                    .param("now", SqlTime.of(now))
                    .param("id", found.id())
                    .update();
            history.record(me, found, CaseEvent.Kind.STATUS_CHANGED, status, "", now);
            mail.changed(me, found.id(), now);
        }
    }
}
