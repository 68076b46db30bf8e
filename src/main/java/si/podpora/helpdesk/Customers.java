package si.podpora.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.cases.CaseHead;
import si.podpora.cases.StatusReason;

/** The people beside the cases, one statement each. */
@Component
class Customers {

    private final JdbcClient sql;

    Customers(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who has asked for this case, and what else of theirs is open. */
    Customer of(CaseHead found) {
        var whose = found.companyId() == null ? "c.requester_id = p.id" : "c.company_id = :company";
        return sql.sql("""
                select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.phone, p.mobile, p.department,
                       p.language, p.state = 'active' as active, p.mail_on_change, o.number, o.title, o.status_reason
                from person p
                left join lateral (
                    select c.number, c.title, c.status_reason, c.changed_at, c.id from cases c
                    where WHOSE and c.active and c.id <> :case order by c.changed_at desc, c.id desc limit :most
                ) o on true
                where p.id = :person
                order by o.changed_at desc, o.id desc
                """.replace("WHOSE", whose))
                .param("company", found.companyId())
                .param("case", found.id())
                .param("person", found.requesterId())
                .param("most", Customer.MOST_OTHERS)
                .query((ResultSetExtractor<Customer>) Customers::customer);
    }

    private static Customer customer(ResultSet rows) throws SQLException {
        rows.next();
        var others = new ArrayList<Customer.OtherCase>();
        var customer = new Customer(
                rows.getLong("id"),
                rows.getString("name"),
                rows.getString("email"),
                rows.getString("phone"),
                rows.getString("mobile"),
                rows.getString("department"),
                rows.getString("language"),
                rows.getBoolean("active"),
                rows.getBoolean("mail_on_change"),
                others);
        do {
            if (rows.getString("number") != null) {
                others.add(new Customer.OtherCase(
                        rows.getString("number"),
                        rows.getString("title"),
                        StatusReason.of(rows.getString("status_reason"))));
            }
        } while (rows.next());
        return customer;
    }
}
