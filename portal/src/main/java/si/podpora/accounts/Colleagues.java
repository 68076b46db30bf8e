package si.podpora.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the companies that a person manages. */
@Component
public class Colleagues {

    private static final String MEMBERS = """
            select m.company_id, m.person_id, m.role, c.name, p.first_name, p.last_name, p.email, p.department
            from membership m
            join company c on c.id = m.company_id
            join person p on p.id = m.person_id and p.state = 'active'
            """;

    private final JdbcClient sql;

    Colleagues(JdbcClient sql) {
        this.sql = sql;
    }

    /** Somebody of a company. */
    public record Member(
            long companyId,
            long personId,
            String companyName,
            String fullName,
            String email,
            String department,
            CompanyRole role) {}

    /** Where the page before ended. */
    public record Place(long companyId, long personId) {}

    /**
     * The members of the companies that the person manages, by name.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<Member> of(Actor me, @Nullable Place after, int most) {
        if (!me.administersCompany()) {
            return List.of();
        }
        return sql.sql(MEMBERS + """
                where m.state = 'admitted' and m.company_id in (:companies)
                  and (cast(:afterCompany as bigint) is null
                    or (m.company_id, p.last_name, p.first_name, p.id) >
                       (select :afterCompany, last_name, first_name, id from person where id = :afterPerson))
                order by m.company_id, p.last_name, p.first_name, p.id limit :most
                """)
                .param("companies", me.companiesAdministered())
                .param("afterCompany", after == null ? null : after.companyId(), Types.BIGINT)
                .param("afterPerson", after == null ? null : after.personId(), Types.BIGINT)
                .param("most", most)
                .query(Colleagues::member)
                .list();
    }

    /** A member of a company that the person manages. */
    public Optional<Member> find(Actor me, long companyId, long personId) {
        if (!me.administers(companyId)) {
            return Optional.empty();
        }
        return member(companyId, personId);
    }

    /** Whether somebody is a member of a company. */
    public boolean belongs(long companyId, long personId) {
        return member(companyId, personId).isPresent();
    }

    private Optional<Member> member(long companyId, long personId) {
        return sql.sql(MEMBERS + " where m.state = 'admitted' and m.company_id = :company and m.person_id = :person")
                .param("company", companyId)
                .param("person", personId)
                .query(Colleagues::member)
                .optional();
    }

    /** The other members of a company, by name: who can take over from somebody. */
    public List<Member> besides(long companyId, long personId, int most) {
        return sql.sql(MEMBERS + """
                where m.state = 'admitted' and m.company_id = :company and m.person_id <> :person
                order by p.last_name, p.first_name, p.id limit :most
                """)
                .param("company", companyId)
                .param("person", personId)
                .param("most", most)
                .query(Colleagues::member)
                .list();
    }

    private static Member member(ResultSet row, int index) throws SQLException {
        return new Member(
                row.getLong("company_id"),
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("first_name") + " " + row.getString("last_name"),
                row.getString("email"),
                row.getString("department"),
                CompanyRole.of(row.getString("role")));
    }
}
