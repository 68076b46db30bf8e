package si.podpora.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.Memberships;
import si.podpora.accounts.People;
import si.podpora.web.RateLimits;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/**
 * Invitations by the administrators of companies. They look alike whether an address has an account or not:
 * whoever has one joins with it, whoever has none makes one.
 */
@Component
public class CompanyInvitations {

    private static final int MOST_SHOWN = 100;
    private static final int AN_HOUR = 30;

    private final JdbcClient sql;
    private final AccessRequests requests;
    private final Invitations invitations;
    private final People people;
    private final Memberships memberships;
    private final RateLimits limits;
    private final Clock clock;

    CompanyInvitations(
            JdbcClient sql,
            AccessRequests requests,
            Invitations invitations,
            People people,
            Memberships memberships,
            RateLimits limits,
            Clock clock) {
        this.sql = sql;
        this.requests = requests;
        this.invitations = invitations;
        this.people = people;
        this.memberships = memberships;
        this.limits = limits;
        this.clock = clock;
    }

    /** What has become of somebody's wish to invite. */
    enum Outcome {
        SENT,
        /** The person belongs to the company already. */
        MEMBER,
        /** An invitation by somebody else waits at the address. */
        ELSEWHERE
    }

    /** An invitation that nobody has redeemed yet. */
    public record Open(
            long id,
            String companyName,
            String name,
            String email,
            CompanyRole role,
            Instant expiresAt,
            boolean expired) {}

    /** The open invitations into the companies that the person manages, the newest first. */
    public List<Open> open(Actor me) {
        return sql.sql("""
                select i.id, r.company_name, r.first_name || ' ' || r.last_name as name, i.email, r.role, i.expires_at,
                       i.expires_at <= :now as expired
                from invitation i join access_request r on r.id = i.request_id
                where i.used_at is null and i.ended_at is null and r.company_id = any (:companies) and r.role is not null
                order by i.id desc limit :most
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("companies", me.companiesAdministered().toArray(Long[]::new))
                .param("most", MOST_SHOWN)
                .query((row, index) -> new Open(
                        row.getLong("id"),
                        row.getString("company_name"),
                        row.getString("name"),
                        row.getString("email"),
                        CompanyRole.of(row.getString("role")),
                        SqlTime.instant(row, "expires_at"),
                        row.getBoolean("expired")))
                .list();
    }

    /** Refuses somebody who invites too much; asked before {@link #invite}, outside of its transaction. */
    void requireFew(Actor me) {
        limits.require("company-invitation:" + me.id(), AN_HOUR, Duration.ofHours(1));
    }

    /**
     * Invites somebody into a company that the caller has made sure is the asker's: who its people are, the asker
     * may know.
     */
    @Transactional
    Outcome invite(AccessRequest request) {
        if (isMember(request)) {
            return Outcome.MEMBER;
        }
        var waiting = invitations.waitingOfInviter(request.email());
        if (waiting.isPresent() && !Objects.equals(requests.find(waiting.get()).companyId(), request.companyId())) {
            return Outcome.ELSEWHERE;
        }
        requests.store(request).ifPresent(id -> invitations.issue(id, request));
        return Outcome.SENT;
    }

    private boolean isMember(AccessRequest request) {
        return sql.sql("""
                select exists (select from membership m join person p on p.id = m.person_id and p.state = 'active'
                    where m.company_id = :company and m.state = 'admitted' and p.email = :email)
                """)
                .param("company", request.companyId())
                .param("email", request.email())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes an invitation back.
     *
     * @return false if it is not open any more
     * @throws Refusal.NotFound if it is not of a company that the person manages
     */
    @Transactional
    public boolean withdraw(Actor me, long id) {
        var isTheirs = sql.sql("""
                select exists (select from invitation i join access_request r on r.id = i.request_id
                    where i.id = :id and r.company_id = any (:companies) and r.staff_role is null)
                """)
                .param("id", id)
                .param("companies", me.companiesAdministered().toArray(Long[]::new))
                .query(Boolean.class)
                .single();
        if (!isTheirs) {
            throw new Refusal.NotFound();
        }
        return invitations.withdraw(id);
    }

    /** Whether an open invitation is one into a company for somebody who has an account already. */
    boolean joins(Invitation invitation, AccessRequest request) {
        return request.companyId() != null
                && request.staffRole() == null
                && people.byEmail(invitation.email())
                        .filter(person -> person.staffRole() == null)
                        .isPresent();
    }

    /**
     * Makes the person whose address an invitation was sent to a member of the company; the code proves that
     * the mailbox is theirs. Who has become one meanwhile loses nothing by it.
     *
     * @return false if the invitation no longer serves
     */
    @Transactional
    boolean join(Invitation invitation) {
        var request = requests.find(invitation.requestId());
        var company = request.companyId();
        var role = request.role();
        var invitedBy = request.invitedBy();
        if (company == null || role == null || invitedBy == null || !joins(invitation, request)) {
            return false;
        }
        if (!invitations.use(invitation.id())) {
            return false;
        }
        var person = people.byEmail(invitation.email()).orElseThrow().id();
        memberships.join(company, person, role, invitedBy);
        requests.becomes(invitation.requestId(), person);
        return true;
    }
}
