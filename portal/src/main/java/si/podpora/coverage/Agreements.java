package si.podpora.coverage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Saved;
import si.podpora.web.SqlTime;

/** The entitlements of a company, for the help desk to keep. */
@Component
public class Agreements {

    private static final String TABLE = "entitlement";
    private static final String SELECT = """
            select e.id, e.name, e.kind, e.valid_from, e.valid_until, e.hours_total, e.hours_used, e.version, e.ended_at
            from entitlement e
            """;

    private final JdbcClient sql;
    private final Keeping keeping;

    Agreements(JdbcClient sql, Keeping keeping) {
        this.sql = sql;
        this.keeping = keeping;
    }

    /** What ends last comes first; those that have been ended come last. */
    public List<Agreement> page(long company, @Nullable Long after, int most) {
        return sql.sql(SELECT + """
                where e.company_id = :company
                  and (cast(:after as bigint) is null or (e.ended_at is null, e.valid_until, e.id) <
                       (select a.ended_at is null, a.valid_until, a.id from entitlement a
                        where a.id = :after and a.company_id = :company))
                order by e.ended_at is null desc, e.valid_until desc, e.id desc limit :most
                """)
                .param("company", company)
                .param("after", after, Types.BIGINT)
                .param("most", most)
                .query(Agreements::agreement)
                .list();
    }

    /** One of the company's. */
    public Optional<Agreement> find(long company, long id) {
        return sql.sql(SELECT + " where e.id = :id and e.company_id = :company")
                .param("id", id)
                .param("company", company)
                .query(Agreements::agreement)
                .optional();
    }

    /** Adds one; its key and its version do not count. */
    @Transactional
    public Saved add(long company, Agreement wanted) {
        keeping.hold(company);
        sql.sql("""
                insert into entitlement
                    (company_id, name, kind, valid_from, valid_until, hours_total, hours_used)
                select :company, :name, :kind, :from, :until, cast(:total as numeric), :used
                where not exists (select from entitlement where company_id = :company and name = :name and kind = :kind
                    and valid_from = :from and valid_until = :until
                    and hours_total is not distinct from cast(:total as numeric) and ended_at is null)
                """).params(values(company, wanted)).update();
        return Saved.DONE;
    }

    /** Corrects one that is still as the form with its version showed it. */
    @Transactional
    public Saved edit(long company, Agreement wanted) {
        keeping.hold(company);
        if (keeping.overtaken(TABLE, company, wanted.id(), wanted.version())) {
            return Saved.OVERTAKEN;
        }
        sql.sql("""
                update entitlement set name = :name, kind = :kind, valid_from = :from, valid_until = :until,
                    hours_total = :total, hours_used = :used, version = version + 1
                where id = :id and company_id = :company
                """).params(values(company, wanted)).update();
        return Saved.DONE;
    }

    /** Ends one ahead of its time, or lets it run again. */
    @Transactional
    public Saved end(long company, long id, int version, boolean ended) {
        return keeping.end(TABLE, company, id, version, ended);
    }

    private static Map<String, @Nullable Object> values(long company, Agreement wanted) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", wanted.id());
        values.put("company", company);
        values.put("name", wanted.name());
        values.put("kind", wanted.kind().name().toLowerCase(Locale.ROOT));
        values.put("from", wanted.validFrom());
        values.put("until", wanted.validUntil());
        values.put("total", wanted.hoursTotal());
        values.put("used", wanted.hoursUsed());
        return values;
    }

    private static Agreement agreement(ResultSet row, int index) throws SQLException {
        return new Agreement(
                row.getLong("id"),
                row.getString("name"),
                Entitlement.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBigDecimal("hours_total"),
                Optional.ofNullable(row.getBigDecimal("hours_used")).orElse(BigDecimal.ZERO),
                row.getInt("version"),
                SqlTime.instantOrNull(row, "ended_at"));
    }
}
