package si.podpora.helpdesk.companies;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.cases.StatusReason;
import si.podpora.web.SqlTime;

/** People and cases of a company, by page. */
@Component
public class CompanyBelongings {

    /** In the order of the list. */
    private static final String STATES = "array_position(array['admitted', 'pending', 'ended'], m.state)";

    private final JdbcClient sql;

    CompanyBelongings(JdbcClient sql) {
        this.sql = sql;
    }

    /** Members by name, then who waits to be admitted, then whose membership has ended. */
    List<CompanyPerson> people(long company, @Nullable Long after, int most) {
        return sql.sql("""
                select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.phone, p.department, m.role, m.state,
                       p.state = 'active' as active
                from membership m join person p on p.id = m.person_id
                where m.company_id = :company
                  and (cast(:after as bigint) is null or (STATES, p.last_name, p.first_name, p.id) >
                       (select STATES, q.last_name, q.first_name, q.id
                        from membership m join person q on q.id = m.person_id
                        where m.company_id = :company and m.person_id = :after))
                order by STATES, p.last_name, p.first_name, p.id limit :most
                """.replace("STATES", STATES))
                .param("company", company)
                .param("after", after, Types.BIGINT)
                .param("most", most)
                .query(CompanyPerson::of)
                .list();
    }

    /** A member, who may have no access to the portal any more. */
    Optional<CompanyPerson> member(long company, long person) {
        return sql.sql("""
                select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.phone, p.department, m.role, m.state,
                       p.state = 'active' as active
                from membership m join person p on p.id = m.person_id
                where m.company_id = :company and m.person_id = :person and m.state = 'admitted'
                """)
                .param("company", company)
                .param("person", person)
                .query(CompanyPerson::of)
                .optional();
    }

    /** Whether a person belongs to a company, or once did. */
    boolean knows(long company, long person) {
        return sql.sql("""
                select exists (select from membership where company_id = :company and person_id = :person)
                """)
                .param("company", company)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** The open cases, the last changed first. */
    List<CompanyCase> openCases(long company, int most) {
        return sql.sql("""
                select c.number, c.title, c.status_reason, c.owner_name, c.changed_at from cases c
                where c.company_id = :company and c.active order by c.changed_at desc, c.id desc limit :most
                """)
                .param("company", company)
                .param("most", most)
                .query((row, index) -> new CompanyCase(
                        row.getString("number"),
                        row.getString("title"),
                        StatusReason.of(row.getString("status_reason")),
                        row.getString("owner_name"),
                        SqlTime.instant(row, "changed_at")))
                .list();
    }

    /** How much of everything moves when the company is merged. */
    Extent extent(long company) {
        return sql.sql("""
                select (select count(*) from membership where company_id = :company) as people,
                       (select count(*) from customer_system where company_id = :company) as systems,
                       (select count(*) from device where company_id = :company) as devices,
                       (select count(*) from entitlement where company_id = :company) as entitlements,
                       (select count(*) from cases where company_id = :company) as cases
                """).param("company", company).query(Extent.class).single();
    }

    /** How much a company has. */
    public record Extent(long people, long systems, long devices, long entitlements, long cases) {}
}
