package si.podpora.accounts;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Refusal;

/**
 * What the administrator of a company does with its people. The right is read anew and the administrators are
 * locked in each transaction, so that two of them cannot take it from each other at once.
 */
@Component
public class CompanyTeam {

    private final JdbcClient sql;
    private final Memberships memberships;

    CompanyTeam(JdbcClient sql, Memberships memberships) {
        this.sql = sql;
        this.memberships = memberships;
    }

    /**
     * Gives a member another role.
     *
     * @throws Refusal.NotFound if it is not the asker's company, or the person is no member
     * @throws LastAdministrator if nobody would administer the company any more
     */
    @Transactional
    public void changeRole(Actor me, long companyId, long personId, CompanyRole role) {
        var administrators = administrators(me, companyId);
        if (role != CompanyRole.ADMINISTRATOR) {
            requireAnother(administrators, personId);
        }
        if (!memberships.change(companyId, personId, null, role)) {
            throw new Refusal.NotFound();
        }
    }

    /**
     * Ends a member's access to the company, at once.
     *
     * @throws Refusal.NotFound if it is not the asker's company, or the person is no member
     * @throws LastAdministrator if nobody would administer the company any more
     */
    @Transactional
    public void end(Actor me, long companyId, long personId) {
        requireAnother(administrators(me, companyId), personId);
        if (!memberships.end(companyId, personId, me)) {
            throw new Refusal.NotFound();
        }
    }

    /** The company's administrators, locked; the one who asks is among them. */
    private Set<Long> administrators(Actor me, long companyId) {
        var found = new HashSet<>(
                sql.sql("""
                select m.person_id from membership m join person p on p.id = m.person_id and p.state = 'active'
                where m.company_id = :company and m.state = 'admitted' and m.role = 'administrator'
                order by m.person_id for update of m
                """).param("company", companyId).query(Long.class).list());
        if (!found.contains(me.id())) {
            throw new Refusal.NotFound();
        }
        return found;
    }

    private static void requireAnother(Set<Long> administrators, long personId) {
        if (administrators.size() == 1 && administrators.contains(personId)) {
            throw new LastAdministrator();
        }
    }
}
