package si.podpora.cases;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.coverage.SerialNumber;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Corrects what a case says of itself; each field that differs is an event. */
@Component
public class Corrections {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseReading reading;
    private final CaseHistory history;
    private final CaseWords words;
    private final CaseMail mail;
    private final Handovers handovers;

    Corrections(
            JdbcClient sql,
            Clock clock,
            CaseAccess access,
            CaseReading reading,
            CaseHistory history,
            CaseWords words,
            CaseMail mail,
            Handovers handovers) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.reading = reading;
        this.history = history;
        this.words = words;
        this.mail = mail;
        this.handovers = handovers;
    }

    /**
     * Corrects all fields at once. An open case becomes somebody else's of the same company as by a hand-over.
     *
     * @param seen the {@linkplain CaseFields#mark() mark} of the fields that the writer has seen
     * @return false if somebody else has corrected them meanwhile; nothing is changed then
     * @throws Refusal.NotAllowed if a customer asks
     * @throws Refusal.NotFound if it cannot be that person's
     */
    @Transactional
    public boolean edit(Actor me, CaseNumber number, CaseFields fields, String seen) {
        var found = access.lockAsStaff(me, number);
        if (!reading.facts(me, number).fields().mark().equals(seen)) {
            return false;
        }
        var requester = fields.requesterId();
        if (requester != null && requester != found.requesterId()) {
            handovers.handOver(me, found, requester);
        }
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
                .param("entitlement", fields.entitlementId(), Types.BIGINT)
                .param("system", fields.systemNumber().strip())
                .param("warranty", fields.warrantyRepair(), Types.BOOLEAN)
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
        return true;
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
}
