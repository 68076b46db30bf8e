package si.podpora.helpdesk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of the help desk a case can be given to. */
@Component
class Assignees {

    private final JdbcClient sql;

    Assignees(JdbcClient sql) {
        this.sql = sql;
    }

    /** By name. */
    List<Assignee> all() {
        return sql.sql("""
                select id, first_name || ' ' || last_name as name from person
                where staff_role is not null and state = 'active' order by last_name, first_name, id
                """)
                .query((row, index) -> new Assignee(row.getLong("id"), row.getString("name")))
                .list();
    }
}
