package si.podpora.helpdesk.companies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Reads what companies say of themselves. */
@Component
class CompanyCards {

    private final JdbcClient sql;

    CompanyCards(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A company that stands for itself.
     *
     * @throws Refusal.NotFound if there is none, or another has taken it up
     */
    CompanyCard require(long id) {
        return find(id).filter(card -> card.mergedInto() == null).orElseThrow(Refusal.NotFound::new);
    }

    /** A company, also one that another has taken up. */
    Optional<CompanyCard> find(long id) {
        return sql.sql("""
                select c.id, c.name, c.country, c.tax_number, c.state = 'to_be_checked' as unchecked, c.version,
                       c.merged_into, c.created_at, c.checked_at,
                       coalesce(k.first_name || ' ' || k.last_name, '') as checked_by,
                       f.name as former_name, f.country as former_country, f.tax_number as former_tax_number,
                       f.merged_at, coalesce(m.first_name || ' ' || m.last_name, '') as merged_by
                from company c
                left join person k on k.id = c.checked_by
                left join company f on f.merged_into = c.id
                left join person m on m.id = f.merged_by
                where c.id = :id
                order by f.merged_at, f.id
                """).param("id", id).query((ResultSetExtractor<Optional<CompanyCard>>) CompanyCards::card);
    }

    private static Optional<CompanyCard> card(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var formers = new ArrayList<CompanyCard.Former>();
        var card = new CompanyCard(
                rows.getLong("id"),
                rows.getString("name"),
                rows.getString("country"),
                rows.getString("tax_number"),
                rows.getBoolean("unchecked"),
                rows.getInt("version"),
                rows.getObject("merged_into", Long.class),
                SqlTime.instant(rows, "created_at"),
                SqlTime.instantOrNull(rows, "checked_at"),
                rows.getString("checked_by"),
                formers);
        do {
            if (rows.getString("former_name") != null) {
                formers.add(new CompanyCard.Former(
                        rows.getString("former_name"),
                        rows.getString("former_country"),
                        rows.getString("former_tax_number"),
                        SqlTime.instant(rows, "merged_at"),
                        rows.getString("merged_by")));
            }
        } while (rows.next());
        return Optional.of(card);
    }
}
