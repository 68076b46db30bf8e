package si.podpora.accounts;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a person must not make a password. */
@Component
class OwnData {

    private final JdbcClient sql;

    OwnData(JdbcClient sql) {
        this.sql = sql;
    }

    /** Names, address, department and companies, also those that the person waits to be admitted to. */
    List<String> of(Person person) {
        var own = new ArrayList<>(
                List.of(person.firstName(), person.lastName(), person.email(), person.username(), person.department()));
        own.addAll(sql.sql("""
                select c.name from membership m join company c on c.id = m.company_id
                where m.person_id = :person and m.state <> 'ended'
                """).param("person", person.id()).query(String.class).list());
        return own;
    }
}
