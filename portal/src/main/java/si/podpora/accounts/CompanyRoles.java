package si.podpora.accounts;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Saved;

/** What people may in a company, as the help desk sets it. */
@Component
public class CompanyRoles {

    private final JdbcClient sql;
    private final Memberships memberships;

    CompanyRoles(JdbcClient sql, Memberships memberships) {
        this.sql = sql;
        this.memberships = memberships;
    }

    /** Gives an admitted person another role, unless somebody has changed it since it was {@code was}. */
    @Transactional
    public Saved change(long company, long person, CompanyRole was, CompanyRole becomes) {
        return memberships.change(company, person, was, becomes) ? Saved.DONE : Saved.OVERTAKEN;
    }

    /**
     * Makes somebody who has an account a member.
     *
     * @return empty if no customer has this address; TAKEN if the person is a member already
     */
    @Transactional
    public Optional<Saved> add(Actor me, long company, String email, CompanyRole role) {
        var person = sql.sql("""
                select p.id, exists (select from membership m where m.person_id = p.id and m.company_id = :company
                                     and m.state = 'admitted') as member
                from person p where p.email = :email and p.staff_role is null and p.state = 'active' for update of p
                """)
                .param("company", company)
                .param("email", People.canonical(email))
                .query((row, index) -> row.getBoolean("member") ? -1L : row.getLong("id"))
                .optional();
        return person.map(id -> {
            if (id == -1) {
                return Saved.TAKEN;
            }
            memberships.join(company, id, role, me.id());
            return Saved.DONE;
        });
    }
}
