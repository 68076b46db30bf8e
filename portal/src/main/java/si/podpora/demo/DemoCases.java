package si.podpora.demo;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.cases.CaseEvent;
import si.podpora.cases.CaseWords;
import si.podpora.cases.StatusReason;
import si.podpora.web.SqlTime;

/** Writes the demonstration's cases as if they had been worked on in the past weeks. */
@Component
@ConditionalOnProperty("podpora.demo")
class DemoCases {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Duration UNTIL_TAKEN = Duration.ofMinutes(12);

    private final JdbcClient sql;
    private final CaseWords words;
    private final SecureRandom random = new SecureRandom();

    DemoCases(JdbcClient sql, CaseWords words) {
        this.sql = sql;
        this.words = words;
    }

    void insert(DemoData.Case demo, int running, Instant now) {
        var created = now.minus(Duration.ofHours(demo.hoursAgo()));
        var status = StatusReason.of(demo.status());
        var lastNote = demo.notes().stream()
                .map(note -> after(created, note.afterHours()))
                .reduce(created.plus(UNTIL_TAKEN), DemoCases::later);
        var settled = status == StatusReason.IN_PROGRESS ? lastNote : lastNote.plus(Duration.ofMinutes(7));
        var changed = demo.owner() == null ? created : settled;
        var closed = status.closed() ? changed : null;
        insertCase(demo, running, created, changed, closed);
        event(running, CaseEvent.Kind.SUBMITTED, demo.requester(), "", "", "", created);
        if (demo.owner() != null) {
            event(
                    running,
                    CaseEvent.Kind.ASSIGNED,
                    demo.owner(),
                    "",
                    fullName(demo.owner()),
                    "",
                    created.plus(UNTIL_TAKEN));
            demo.notes().forEach(note -> insertNote(note, running, after(created, note.afterHours())));
            if (status != StatusReason.IN_PROGRESS) {
                var kind = status.closed() ? CaseEvent.Kind.CLOSED : CaseEvent.Kind.STATUS_CHANGED;
                event(
                        running,
                        kind,
                        demo.owner(),
                        StatusReason.IN_PROGRESS.code(),
                        status.code(),
                        demo.closingReason(),
                        settled);
            }
        }
        Objects.requireNonNullElse(demo.participants(), List.<DemoData.Participation>of())
                .forEach(one -> admit(one, running, after(created, one.afterHours())));
        words.write(running);
    }

    private void admit(DemoData.Participation one, int running, Instant at) {
        sql.sql("""
                insert into case_participant
                    (case_id, person_id, state, outside, added_by, added_at, decided_by, decided_at)
                select :case, p.id, 'admitted', :outside, b.id, :at, case when :outside then b.id end,
                       case when :outside then cast(:at as timestamptz) end
                from person p, person b where p.username = :person and b.username = :by
                """)
                .param("case", running)
                .param("outside", one.outside())
                .param("at", SqlTime.of(at))
                .param("person", one.person())
                .param("by", one.by())
                .update();
        event(running, CaseEvent.Kind.PARTICIPANT_ADDED, one.by(), "", fullName(one.person()), "", at);
    }

    private void insertCase(
            DemoData.Case demo, int running, Instant created, Instant changed, @Nullable Instant closed) {
        sql.sql("""
                insert into cases (id, number, company_id, requester_id, submission_key, type, title, description,
                    status_reason, owner_id, owner_name, owned_since, entitlement_id, system_id, system_number,
                    serial_number, warranty_repair, reference, created_at, changed_at, closed_at, closed_by,
                    closing_reason)
                overriding system value
                select :id, :number, m.company_id, p.id, :key, :type, :title, :description, :status, o.id,
                    coalesce(o.first_name || ' ' || o.last_name, ''), :owned,
                    (select e.id from entitlement e where e.company_id = m.company_id and e.name = :entitlement),
                    s.id, :system, :serial, :warranty, :reference, :created, :changed, :closed,
                    case when cast(:closed as timestamptz) is not null then o.id end, :closingReason
                from person p
                left join membership m on m.person_id = p.id and m.state = 'admitted'
                    and (cast(:company as text) is null
                        or m.company_id = (select k.id from company k where k.name = :company))
                left join person o on o.username = :owner
                left join customer_system s on s.company_id = m.company_id and s.identification_number = :system
                where p.username = :requester
                """)
                .param("id", running)
                .param("number", number(running, demo.suffix()))
                .param("key", UUID.randomUUID())
                .param("type", demo.type())
                .param("title", demo.title())
                .param("description", demo.description())
                .param("status", demo.status())
                .param(
                        "owned",
                        demo.owner() == null ? null : SqlTime.of(created.plus(UNTIL_TAKEN)),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("entitlement", demo.entitlement(), Types.VARCHAR)
                .param("system", demo.system())
                .param("serial", demo.serial())
                .param("warranty", demo.warranty(), Types.BOOLEAN)
                .param("reference", demo.reference())
                .param("created", SqlTime.of(created))
                .param("changed", SqlTime.of(changed))
                .param("closed", closed == null ? null : SqlTime.of(closed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("closingReason", demo.closingReason())
                .param("owner", demo.owner(), Types.VARCHAR)
                .param("requester", demo.requester())
                .param("company", demo.company(), Types.VARCHAR)
                .update();
    }

    private void insertNote(DemoData.Note note, int running, Instant at) {
        sql.sql("""
                insert into note (case_id, author_id, by_staff, visibility, body, submission_key, created_at)
                select :case, id, staff_role is not null, :visibility, :body, :key, :at
                from person where username = :by
                """)
                .param("case", running)
                .param("visibility", note.internal() ? "internal" : "public")
                .param("body", note.text())
                .param("key", UUID.randomUUID())
                .param("at", SqlTime.of(at))
                .param("by", note.by())
                .update();
    }

    private void event(
            int running, CaseEvent.Kind kind, String by, String before, String after, String detail, Instant at) {
        sql.sql("""
                insert into case_event
                    (case_id, kind, visibility, actor_id, by_staff, old_value, new_value, detail, created_at)
                select :case, :kind, 'public', id, staff_role is not null, :before, :after, :detail, :at
                from person where username = :by
                """)
                .param("case", running)
                .param("kind", kind.code())
                .param("before", before)
                .param("after", after)
                .param("detail", detail)
                .param("at", SqlTime.of(at))
                .param("by", by)
                .update();
    }

    private String fullName(String username) {
        return sql.sql("select first_name || ' ' || last_name from person where username = :username")
                .param("username", username)
                .query(String.class)
                .single();
    }

    /** The manual's example keeps its own spelling, though Crockford's alphabet has no L. */
    private String number(int running, @Nullable String suffix) {
        var letters = suffix != null
                ? suffix
                : random.ints(6, 0, ALPHABET.length())
                        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                        .collect(Collectors.joining());
        return String.format(Locale.ROOT, "CAS-%05d-%s", running, letters);
    }

    private static Instant after(Instant created, double hours) {
        return created.plusSeconds(Math.round(hours * 3600));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
