package si.podpora.registration;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up who invites into which company, by their names of today. */
@Component
class Hosts {

    private final JdbcClient sql;

    Hosts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty for somebody who asks for access, and for a colleague of the help desk. */
    Optional<Host> of(AccessRequest request) {
        if (request.invitedBy() == null || request.companyId() == null || request.staffRole() != null) {
            return Optional.empty();
        }
        return sql.sql("""
                select c.name, case when p.staff_role is null then p.first_name || ' ' || p.last_name end as administrator
                from company c, person p where c.id = :company and p.id = :person
                """)
                .param("company", request.companyId())
                .param("person", request.invitedBy())
                .query((row, index) -> new Host(row.getString("name"), row.getString("administrator")))
                .optional();
    }
}
