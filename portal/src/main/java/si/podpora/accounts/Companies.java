package si.podpora.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.SqlTime;

/** Companies. One that a person who wanted access has named is "to be checked" until the help desk has. */
@Component
public class Companies {

    private final JdbcClient sql;
    private final Clock clock;

    Companies(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The company with this tax number, or the one that has taken it up; made, to be checked, if there is none. The number proves nothing:
     * whoever typed it belongs to the company only after being admitted.
     *
     * @param taxNumber canonical
     */
    @Transactional
    public long findOrCreate(String country, String taxNumber, String name) {
        // The update changes nothing; it makes the statement return the row that was there.
        return sql.sql("""
                insert into company (name, country, tax_number, state, created_at)
                values (:name, :country, :taxNumber, 'to_be_checked', :now)
                on conflict (country, tax_number) do update set name = company.name
                returning coalesce(merged_into, id)
                """)
                .param("name", name.strip())
                .param("country", country)
                .param("taxNumber", taxNumber)
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** The company with this key. */
    public Optional<Company> find(long id) {
        return sql.sql("select *, state = 'to_be_checked' as unchecked from company where id = :id")
                .param("id", id)
                .query(Companies::company)
                .optional();
    }

    /**
     * Companies to be checked, the oldest first.
     *
     * @param after key of the last one of the page before; null for the first page
     */
    public List<Company> toBeChecked(@Nullable Long after, int most) {
        return sql.sql("""
                select *, true as unchecked from company
                where state = 'to_be_checked' and id > :after order by id limit :most
                """)
                .param("after", after == null ? 0 : after)
                .param("most", most)
                .query(Companies::company)
                .list();
    }

    /** Confirms a company that was to be checked, under its right name; false if it was no longer to be checked. */
    @Transactional
    public boolean confirm(long companyId, String name) {
        return sql.sql("update company set state = 'active', name = :name where id = :id and state = 'to_be_checked'")
                        .param("name", name.strip())
                        .param("id", companyId)
                        .update()
                == 1;
    }

    /** Companies whose name or tax number begins with what was typed, for choosing one. */
    public List<Company> search(String typed, int most) {
        return sql.sql("""
                select *, state = 'to_be_checked' as unchecked from company
                where state <> 'ended'
                  and id in (select coalesce(merged_into, id) from company
                             where lower(name) like :start or lower(tax_number) like :start)
                order by lower(name), id limit :most
                """)
                .param("start", typed.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("most", most)
                .query(Companies::company)
                .list();
    }

    private static Company company(ResultSet row, int index) throws SQLException {
        return new Company(
                row.getLong("id"),
                row.getString("name"),
                row.getString("country"),
                row.getString("tax_number"),
                row.getBoolean("unchecked"),
                SqlTime.instant(row, "created_at"));
    }
}
