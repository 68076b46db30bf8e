package si.podpora.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/** Who waits to be admitted to a company, the longest first. */
@Component
public class Applicants {

    private static final String SELECT = """
            select m.company_id, m.person_id, m.requested_at, c.name as company, c.country, c.tax_number,
                   c.state = 'to_be_checked' as unchecked, p.first_name, p.last_name, p.email, p.department, p.phone
            from membership m
            join company c on c.id = m.company_id
            join person p on p.id = m.person_id and p.state = 'active'
            """;

    private final JdbcClient sql;

    Applicants(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Of all companies, for the help desk.
     *
     * @param after the last of the page before; null for the first page
     */
    public List<Applicant> all(Applicant.@Nullable Key after, int most) {
        var from = after == null ? new Applicant.Key(Instant.EPOCH, 0, 0) : after;
        return sql.sql(SELECT + """
                where m.state = 'pending' and (m.requested_at, m.company_id, m.person_id) > (:at, :company, :person)
                order by m.requested_at, m.company_id, m.person_id limit :most
                """)
                .param("at", SqlTime.of(from.requestedAt()))
                .param("company", from.companyId())
                .param("person", from.personId())
                .param("most", most)
                .query(Applicants::applicant)
                .list();
    }

    /** Of these companies, for their administrators. */
    public List<Applicant> of(List<Long> companies, int most) {
        if (companies.isEmpty()) {
            return List.of();
        }
        return sql.sql(SELECT + """
                where m.state = 'pending' and m.company_id in (:companies)
                order by m.requested_at, m.company_id, m.person_id limit :most
                """)
                .param("companies", companies)
                .param("most", most)
                .query(Applicants::applicant)
                .list();
    }

    /** Whether this person waits to be admitted to a company. */
    public boolean isOne(Actor me) {
        return sql.sql("select exists (select from membership where person_id = :me and state = 'pending')")
                .param("me", me.id())
                .query(Boolean.class)
                .single();
    }

    private static Applicant applicant(ResultSet row, int index) throws SQLException {
        return new Applicant(
                row.getLong("company_id"),
                row.getLong("person_id"),
                row.getString("company"),
                row.getString("country"),
                row.getString("tax_number"),
                row.getBoolean("unchecked"),
                row.getString("first_name") + " " + row.getString("last_name"),
                row.getString("email"),
                row.getString("department"),
                row.getString("phone"),
                SqlTime.instant(row, "requested_at"));
    }
}
