package si.podpora.cases;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Lets further people read and answer a case, and ends it again. */
@Component
public class Participants {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;
    private final CaseWords words;
    private final CaseMail mail;

    Participants(JdbcClient sql, Clock clock, CaseAccess access, CaseHistory history, CaseWords words, CaseMail mail) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.words = words;
        this.mail = mail;
    }

    /** Somebody who could take part. */
    public record Candidate(long id, String name, String email, String companies, boolean outside) {}

    /** Who can be added to a case: active customers that have nothing to do with it yet. */
    private static final String CANDIDATES = """
            select p.id, p.first_name || ' ' || p.last_name as name, p.email, m.companies, not coalesce(m.inside, false) as outside
            from person p
            left join lateral (
                select string_agg(k.name, ', ' order by k.name) as companies, bool_or(k.id = :company) as inside
                from membership m join company k on k.id = m.company_id
                where m.person_id = p.id and m.state = 'admitted') m on true
            where p.staff_role is null and p.state = 'active' and p.id <> :requester
              and not exists (select from case_participant t
                              where t.case_id = :case and t.person_id = p.id and t.state <> 'removed')
            """;

    /** The colleagues of the case's company who can be added, by name. */
    public List<Candidate> colleagues(CaseHead found) {
        if (found.companyId() == null) {
            return List.of();
        }
        return candidates(found, "and m.inside order by p.last_name, p.first_name, p.id limit 200", "");
    }

    /** Anybody with this address, or with this in the name; those of the case's company first. For the help desk. */
    public List<Candidate> search(CaseHead found, String typed) {
        return candidates(found, """
                and (lower(p.email) = lower(:typed)
                     or position(unaccent(lower(:typed)) in unaccent(lower(p.first_name || ' ' || p.last_name))) > 0)
                order by outside, p.last_name, p.first_name, p.id limit 20
                """, typed);
    }

    private List<Candidate> candidates(CaseHead found, String which, String typed) {
        return sql.sql(CANDIDATES + which)
                .param("company", found.companyId(), Types.BIGINT)
                .param("requester", found.requesterId())
                .param("case", found.id())
                .param("typed", typed)
                .query((row, index) -> new Candidate(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("companies") == null ? "" : row.getString("companies"),
                        row.getBoolean("outside")))
                .list();
    }

    /**
     * Adds somebody, once. Colleagues of the case's company take part at once; anybody else is added by the help
     * desk and waits until the help desk confirms it. Customers {@linkplain #ask ask} for such people.
     *
     * @return whether the person takes part now; false if the help desk has yet to confirm it
     * @throws Refusal.NotFound if there is nobody to add by this key
     * @throws Refusal.NotAllowed if a mere participant asks
     */
    @Transactional
    public boolean add(Actor me, CaseNumber number, long personId) {
        var found = access.lock(me, number);
        CaseAccess.mustBeMoreThanParticipant(me, found);
        var known = sql.sql(
                        "select state from case_participant where case_id = :case and person_id = :person and state <> 'removed'")
                .param("case", found.id())
                .param("person", personId)
                .query(String.class)
                .optional();
        if (known.isPresent()) {
            return known.get().equals("admitted");
        }
        var somebody =
                candidates(found, me.isStaff() ? "and p.id = " + personId : "and m.inside and p.id = " + personId, "")
                        .stream()
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        insert(me, found, somebody);
        if (!somebody.outside()) {
            joined(me, found, somebody.name());
        }
        return !somebody.outside();
    }

    /**
     * Adds whoever has this address. Anybody from outside the case's company waits until the help desk confirms it;
     * whether the portal knows the address at all, the answer does not say. While it is not answered, asking again
     * changes nothing.
     *
     * @return whether the person takes part now; false if the help desk has been asked
     * @throws Refusal.NotAllowed if a mere participant asks
     */
    @Transactional
    public boolean ask(Actor me, CaseNumber number, String address) {
        var found = access.lock(me, number);
        CaseAccess.mustBeMoreThanParticipant(me, found);
        var somebody = candidates(found, "and lower(p.email) = lower(:typed)", address).stream()
                .findFirst();
        if (somebody.isPresent() && !somebody.get().outside()) {
            return add(me, number, somebody.get().id());
        }
        // Whoever can be added has no part and waits for none: what was asked for before has been answered.
        if (somebody.isPresent() || !asked(found, address)) {
            somebody.ifPresent(outsider -> insert(me, found, outsider));
            changed(me, found, CaseEvent.Kind.PARTICIPANT_ASKED, "", address);
        }
        return false;
    }

    private boolean asked(CaseHead found, String address) {
        return sql.sql("""
                select exists (select from case_event e
                               where e.case_id = :case and e.kind = 'participant_asked' and lower(e.new_value) = lower(:address))
                """)
                .param("case", found.id())
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    private void insert(Actor me, CaseHead found, Candidate somebody) {
        sql.sql("""
                insert into case_participant (case_id, person_id, state, outside, added_by, added_at)
                values (:case, :person, :state, :outside, :me, :now)
                on conflict (case_id, person_id) do update set state = excluded.state, outside = excluded.outside,
                    added_by = excluded.added_by, added_at = excluded.added_at, decided_by = null, decided_at = null
                """)
                .param("case", found.id())
                .param("person", somebody.id())
                .param("state", somebody.outside() ? "waiting" : "admitted")
                .param("outside", somebody.outside())
                .param("me", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** The help desk lets somebody from outside the company take part. */
    @Transactional
    public void confirm(Actor me, CaseNumber number, long personId) {
        var found = access.lockAsStaff(me, number);
        var confirmed = sql.sql("""
                update case_participant set state = 'admitted', decided_by = :me, decided_at = :now
                where case_id = :case and person_id = :person and state = 'waiting'
                """)
                .param("me", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .param("case", found.id())
                .param("person", personId)
                .update();
        if (confirmed == 1) {
            joined(me, found, name(personId));
        }
    }

    private void joined(Actor me, CaseHead found, String name) {
        changed(me, found, CaseEvent.Kind.PARTICIPANT_ADDED, "", name);
    }

    /**
     * Ends somebody's part in a case at once. Everybody may end the own.
     *
     * @throws Refusal.NotAllowed if a mere participant ends somebody else's
     */
    @Transactional
    public void remove(Actor me, CaseNumber number, long personId) {
        var found = access.lock(me, number);
        if (personId != me.id()) {
            CaseAccess.mustBeMoreThanParticipant(me, found);
        }
        var was = sql.sql("""
                with before as (select state from case_participant
                                where case_id = :case and person_id = :person and state <> 'removed' for update)
                update case_participant t set state = 'removed', decided_by = :me, decided_at = :now
                from before where t.case_id = :case and t.person_id = :person
                returning before.state
                """)
                .param("me", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .param("case", found.id())
                .param("person", personId)
                .query(String.class)
                .optional();
        if (was.isPresent()) {
            mail.withdraw(found.id(), personId);
        }
        if (was.filter("admitted"::equals).isPresent()) {
            changed(me, found, CaseEvent.Kind.PARTICIPANT_REMOVED, name(personId), "");
        }
    }

    private void changed(Actor me, CaseHead found, CaseEvent.Kind kind, String before, String after) {
        var now = clock.instant();
        sql.sql("update cases set changed_at = :now where id = :case")
                .param("now", SqlTime.of(now))
                .param("case", found.id())
                .update();
        words.write(found.id());
        history.record(me, found.id(), kind, before, after, "", now);
        mail.changed(me, found.id(), now);
    }

    private String name(long personId) {
        return sql.sql("select first_name || ' ' || last_name from person where id = :person")
                .param("person", personId)
                .query(String.class)
                .single();
    }
}
