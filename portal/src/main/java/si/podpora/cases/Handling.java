package si.podpora.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.coverage.SerialNumber;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** What only the help desk does to a case: who works on it, where it stands, what its fields say. */
@Component
public class Handling {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;
    private final CaseWords words;
    private final CaseMail mail;
    private final Cases cases;

    Handling(
            JdbcClient sql,
            Clock clock,
            CaseAccess access,
            CaseHistory history,
            CaseWords words,
            CaseMail mail,
            Cases cases) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.words = words;
        this.mail = mail;
        this.cases = cases;
    }

    /**
     * Gives the case to somebody of the help desk.
     *
     * @param ownerId null: back to the help desk
     * @throws Refusal.NotFound if nobody active of the help desk has this key
     */
    @Transactional
    public void assign(Actor me, CaseNumber number, @Nullable Long ownerId) {
        assign(me, number, ownerId, "");
    }

    /**
     * The same with a reason, which only the help desk reads.
     *
     * @param reason may be empty
     */
    @Transactional
    public void assign(Actor me, CaseNumber number, @Nullable Long ownerId, String reason) {
        var found = lock(me, number);
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
        if (lock(me, number).ownerId() == null) {
            assign(me, number, me.id());
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
                .param("owner", ownerId, java.sql.Types.BIGINT)
                .param("name", name)
                .param("since", ownerId == null ? null : SqlTime.of(now), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
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
        var found = lock(me, number);
        if (found.status() == status) {
            return;
        }
        if (!found.closed() && status.closed()) {
            cases.close(me, found, status, "");
        } else if (found.closed() && !status.closed()) {
            cases.reopen(me, found, status);
        } else {
            var now = clock.instant();
            sql.sql("update cases set status_reason = :status, changed_at = :now where id = :id")
                    .param("status", status.code())
                    .param("now", SqlTime.of(now))
                    .param("id", found.id())
                    .update();
            history.record(
                    me,
                    found.id(),
                    CaseEvent.Kind.STATUS_CHANGED,
                    found.status().code(),
                    status.code(),
                    "",
                    now);
            mail.changed(me, found.id(), now);
        }
    }

    /** Corrects the fields; each one that differs is an event. */
    @Transactional
    public void edit(Actor me, CaseNumber number, CaseFields fields) {
        var found = lock(me, number);
        var before = values(found.id());
        var now = clock.instant();
        var edited = sql.sql("""
                update cases c
                set title = :title, type = :type, description = :description,
                    entitlement_id = (select e.id from entitlement e
                                      where e.id = :entitlement and e.company_id = c.company_id),
                    system_number = :system,
                    system_id = (select s.id from customer_system s
                                 where s.identification_number = :system and s.company_id = c.company_id),
                    warranty_repair = :warranty, serial_number = :serial, reference = :reference
                where id = :id
                """)
                .param("title", fields.title().strip())
                .param("type", fields.type().code())
                .param("description", fields.description().strip())
                .param("entitlement", fields.entitlementId(), java.sql.Types.BIGINT)
                .param("system", fields.systemNumber().strip())
                .param("warranty", fields.warrantyRepair(), java.sql.Types.BOOLEAN)
                .param("serial", SerialNumber.canonical(fields.serialNumber()))
                .param("reference", fields.reference().strip())
                .param("id", found.id())
                .update();
        if (edited == 1 && recordEdits(me, found.id(), before, now)) {
            sql.sql("update cases set changed_at = :now where id = :id")
                    .param("now", SqlTime.of(now))
                    .param("id", found.id())
                    .update();
            words.write(found.id());
            mail.changed(me, found.id(), now);
        }
    }

    private boolean recordEdits(Actor me, long caseId, LinkedHashMap<String, String> before, Instant now) {
        var after = values(caseId);
        var differs = false;
        for (var field : after.entrySet()) {
            var old = before.getOrDefault(field.getKey(), "");
            if (!old.equals(field.getValue())) {
                history.record(me, caseId, CaseEvent.Kind.EDITED, old, field.getValue(), field.getKey(), now);
                differs = true;
            }
        }
        return differs;
    }

    /** The fields as events tell them; the names are keys of words, {@code cases.field.<name>}. */
    private LinkedHashMap<String, String> values(long caseId) {
        return sql.sql("""
                select c.title, c.type, c.description, coalesce(e.name, '') as entitlement, c.system_number,
                       coalesce(c.warranty_repair::text, '') as warranty_repair, c.serial_number, c.reference
                from cases c left join entitlement e on e.id = c.entitlement_id
                where c.id = :id
                """)
                .param("id", caseId)
                .query((row, index) -> {
                    var values = new LinkedHashMap<String, String>();
                    for (var name : new String[] {
                        "title",
                        "type",
                        "description",
                        "entitlement",
                        "system_number",
                        "warranty_repair",
                        "serial_number",
                        "reference"
                    }) {
                        values.put(name, row.getString(name));
                    }
                    return values;
                })
                .single();
    }

    private CaseHead lock(Actor me, CaseNumber number) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        return access.lock(me, number);
    }
}
