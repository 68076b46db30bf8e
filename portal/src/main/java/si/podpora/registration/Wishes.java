package si.podpora.registration;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Companies;
import si.podpora.accounts.Memberships;
import si.podpora.accounts.TrustedDomains;
import si.podpora.web.SqlTime;

/** What people who asked for access themselves want: a place in the company that they named, which decides. */
@Component
class Wishes {

    private final JdbcClient sql;
    private final AccessRequests requests;
    private final Companies companies;
    private final Memberships memberships;
    private final TrustedDomains domains;
    private final Clock clock;

    Wishes(
            JdbcClient sql,
            AccessRequests requests,
            Companies companies,
            Memberships memberships,
            TrustedDomains domains,
            Clock clock) {
        this.sql = sql;
        this.requests = requests;
        this.companies = companies;
        this.memberships = memberships;
        this.domains = domains;
        this.clock = clock;
    }

    /** The person waits for the company that the request names. */
    void ask(AccessRequest request, long person) {
        var company = companies.findOrCreate(request.country(), request.taxNumber(), request.companyName());
        memberships.request(company, person);
        propose(request.email(), company, person);
    }

    /**
     * What somebody had asked for when a company's administrator invited the same address is not lost: the
     * person belongs to the company that invited and waits for the one named, as anybody does who registers. Only
     * the newest request counts, and only if its invitation gave way to the other while it was valid (or none was
     * sent, because the other waited already). An invitation of the help desk is its answer to such a request.
     */
    void keep(String email, long person) {
        sql.sql("""
                select r.id from access_request r
                left join lateral (select ended_as, ended_at, expires_at from invitation
                    where request_id = r.id order by id desc limit 1) i on true
                where r.id = (select max(id) from access_request where email = :email and invited_by is null)
                  and r.person_id is null and r.created_at > :since
                  and (i.expires_at is null or i.ended_as = 'replaced' and i.ended_at < i.expires_at)
                """)
                .param("email", email)
                .param("since", SqlTime.of(clock.instant().minus(AccessRequests.KEPT)))
                .query(Long.class)
                .optional()
                .ifPresent(id -> {
                    requests.becomes(id, person);
                    ask(requests.find(id), person);
                });
    }

    /** Who writes from a company's domain but named another company is proposed to that one, too; it decides. */
    private void propose(String email, long named, long person) {
        var trusting = domains.trusting(email);
        if (trusting.size() == 1 && trusting.getFirst() != named) {
            memberships.request(trusting.getFirst(), person);
        }
    }
}
