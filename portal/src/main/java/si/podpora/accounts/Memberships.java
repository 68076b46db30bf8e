package si.podpora.accounts;

import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.SqlTime;

/**
 * Who belongs to which company. Who only names a company waits; the help desk or the company's administrator
 * admits.
 */
@Component
public class Memberships {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final AdmissionMail mail;
    private final WaitingMail waiting;
    private final Clock clock;

    Memberships(
            JdbcClient sql, ApplicationEventPublisher events, AdmissionMail mail, WaitingMail waiting, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.mail = mail;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * The person says to belong to the company and waits, and the company's administrators are told; who is
     * admitted or waits already stays so.
     */
    @Transactional
    public void request(long companyId, long personId) {
        var waits = sql.sql("""
                insert into membership (company_id, person_id, role, state, requested_at)
                values (:company, :person, 'own', 'pending', :now)
                on conflict (company_id, person_id) do update set state = 'pending', role = 'own',
                    requested_at = excluded.requested_at, decided_at = null, decided_by = null
                    where membership.state = 'ended'
                """)
                .param("company", companyId)
                .param("person", personId)
                .param("now", SqlTime.of(clock.instant()))
                .update();
        if (waits == 1) {
            waiting.post(companyId, personId);
        }
    }

    /**
     * Admits a person who waits, and tells the person.
     *
     * @param by who decides: of the help desk, or an administrator of the company; the caller has made sure
     * @return false if the person no longer waits
     */
    @Transactional
    public boolean admit(long companyId, long personId, CompanyRole role, Actor by) {
        if (!decide(companyId, personId, "pending", "admitted", role, by)) {
            return false;
        }
        mail.post(companyId, personId);
        events.publishEvent(new PersonAdmitted(personId, companyId));
        return true;
    }

    /**
     * Makes a person a member whom the help desk or the company has invited: nobody has to be asked again. Who is
     * one already keeps the better of the two roles, so that no company loses its administrator by it.
     */
    @Transactional
    public void join(long companyId, long personId, CompanyRole role, long invitedBy) {
        sql.sql("""
                insert into membership (company_id, person_id, role, state, requested_at, decided_at, decided_by)
                values (:company, :person, :role, 'admitted', :now, :now, :by)
                on conflict (company_id, person_id) do update set state = 'admitted',
                    role = case when membership.state = 'admitted'
                                 and array_position(array['own', 'company', 'administrator'], membership.role)
                                     > array_position(array['own', 'company', 'administrator'], excluded.role)
                                then membership.role else excluded.role end,
                    decided_at = :now, decided_by = :by
                """)
                .param("company", companyId)
                .param("person", personId)
                .param("role", role.code())
                .param("now", SqlTime.of(clock.instant()))
                .param("by", invitedBy)
                .update();
        events.publishEvent(new PersonAdmitted(personId, companyId));
    }

    /**
     * Gives a member another role.
     *
     * @param was the role that the member still has to have; null for any
     * @return false if the person is no member, or no longer in that role
     */
    @Transactional
    boolean change(long companyId, long personId, @Nullable CompanyRole was, CompanyRole becomes) {
        var changed = sql.sql("""
                update membership set role = :becomes
                where company_id = :company and person_id = :person and state = 'admitted'
                  and role = coalesce(:was, role)
                """)
                .param("becomes", becomes.code())
                .param("company", companyId)
                .param("person", personId)
                .param("was", was == null ? null : was.code(), Types.VARCHAR)
                .update();
        if (changed == 1) {
            // Ends the streams of pages that are open with the rights of before.
            events.publishEvent(new MembershipChanged(personId, companyId));
        }
        return changed == 1;
    }

    /** Whether a person has ever asked for a place in a company or had one. */
    public boolean knows(long companyId, long personId) {
        return sql.sql("select exists (select from membership where company_id = :company and person_id = :person)")
                .param("company", companyId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** Refuses a person who waits; false if the person no longer waits. */
    @Transactional
    public boolean refuse(long companyId, long personId, Actor by) {
        return decide(companyId, personId, "pending", "ended", CompanyRole.OWN, by);
    }

    /**
     * Ends the membership of a person, who is told; sessions that relied on nothing else end with it.
     *
     * @return false if the person was no member
     */
    @Transactional
    public boolean end(long companyId, long personId, Actor by) {
        if (!decide(companyId, personId, "admitted", "ended", CompanyRole.OWN, by)) {
            return false;
        }
        sql.sql("""
                update browser_session set ended_at = :now
                where person_id = :person and ended_at is null
                  and not exists (select from membership where person_id = :person and state = 'admitted')
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("person", personId)
                .update();
        mail.postEnded(companyId, personId);
        events.publishEvent(new MembershipChanged(personId, companyId));
        return true;
    }

    private boolean decide(long companyId, long personId, String from, String to, CompanyRole role, Actor by) {
        return sql.sql("""
                update membership set state = :to, role = :role, decided_at = :now, decided_by = :by
                where company_id = :company and person_id = :person and state = :from
                """)
                        .param("to", to)
                        .param("role", role.code())
                        .param("now", SqlTime.of(clock.instant()))
                        .param("by", by.id())
                        .param("company", companyId)
                        .param("person", personId)
                        .param("from", from)
                        .update()
                == 1;
    }
}
