package si.podpora.coverage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What companies have and what covers it. The caller says of which companies; nothing of others is ever
 * found.
 */
@Component
public class Coverage {

    private static final String ENTITLEMENT =
            "select id, company_id, name, kind, valid_from, valid_until, hours_total - hours_used as hours_left from entitlement";
    private static final String SYSTEM =
            "select id, company_id, identification_number, name, product from customer_system";
    private static final String DEVICE =
            "select id, company_id, system_id, serial_number, product, warranty_until from device";

    private final JdbcClient sql;

    Coverage(JdbcClient sql) {
        this.sql = sql;
    }

    /** What covers these companies on a day; what ends first comes first. */
    public List<Entitlement> entitlements(Collection<Long> companies, LocalDate day) {
        return sql.sql(ENTITLEMENT + """
                 where company_id = any(:companies) and ended_at is null and valid_until >= :day and valid_from <= :day
                  and (kind = 'contract' or hours_total > hours_used)
                order by valid_until, name, id
                """)
                .param("companies", keys(companies))
                .param("day", day)
                .query(Coverage::entitlement)
                .list();
    }

    /** One of them that covers on a day; empty if it is not theirs or does not. */
    public Optional<Entitlement> entitlement(long id, Collection<Long> companies, LocalDate day) {
        return sql.sql(ENTITLEMENT + " where id = :id and company_id = any(:companies) and ended_at is null")
                .param("id", id)
                .param("companies", keys(companies))
                .query(Coverage::entitlement)
                .optional()
                .filter(entitlement -> entitlement.coversOn(day));
    }

    /** All that a company has or had, the latest first: for the help desk. */
    public List<Entitlement> allEntitlements(long company) {
        return sql.sql(ENTITLEMENT + " where company_id = :company order by valid_until desc, name, id")
                .param("company", company)
                .query(Coverage::entitlement)
                .list();
    }

    /** One entitlement by its key, whether it still covers or not: what a case was submitted with. */
    public Optional<Entitlement> entitlement(long id) {
        return sql.sql(ENTITLEMENT + " where id = :id")
                .param("id", id)
                .query(Coverage::entitlement)
                .optional();
    }

    /** The systems of these companies by their identification numbers. */
    public List<CustomerSystem> systems(Collection<Long> companies) {
        return sql.sql(SYSTEM
                        + " where company_id = any(:companies) and ended_at is null order by identification_number, id")
                .param("companies", keys(companies))
                .query(Coverage::system)
                .list();
    }

    /** The system with this identification number, however it is spaced or written in capitals. */
    public Optional<CustomerSystem> system(String identificationNumber, Collection<Long> companies) {
        return sql.sql(SYSTEM + """
                 where company_id = any(:companies) and ended_at is null
                  and upper(regexp_replace(identification_number, '[^[:alnum:]]', '', 'g')) = :number
                order by id limit 1
                """)
                .param("companies", keys(companies))
                .param("number", SerialNumber.canonical(identificationNumber))
                .query(Coverage::system)
                .optional();
    }

    /** The devices of a company by product and serial number: for the help desk. */
    public List<Device> devices(long company) {
        return sql.sql(DEVICE + " where company_id = :company order by product, serial_number")
                .param("company", company)
                .query(Coverage::device)
                .list();
    }

    /** The device of these companies with a serial number, in any spelling. */
    public Optional<Device> device(String serialNumber, Collection<Long> companies) {
        return sql.sql(DEVICE + """
                 where serial_number = :serial and company_id = any(:companies) and ended_at is null order by id limit 1
                """)
                .param("serial", SerialNumber.canonical(serialNumber))
                .param("companies", keys(companies))
                .query(Coverage::device)
                .optional();
    }

    private static Long[] keys(Collection<Long> companies) {
        return companies.toArray(Long[]::new);
    }

    private static Entitlement entitlement(ResultSet row, int index) throws SQLException {
        var left = row.getBigDecimal("hours_left");
        return new Entitlement(
                row.getLong("id"),
                row.getLong("company_id"),
                row.getString("name"),
                Entitlement.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                left == null ? null : left.max(BigDecimal.ZERO));
    }

    private static CustomerSystem system(ResultSet row, int index) throws SQLException {
        return new CustomerSystem(
                row.getLong("id"),
                row.getLong("company_id"),
                row.getString("identification_number"),
                row.getString("name"),
                row.getString("product"));
    }

    private static Device device(ResultSet row, int index) throws SQLException {
        return new Device(
                row.getLong("id"),
                row.getLong("company_id"),
                row.getObject("system_id", Long.class),
                row.getString("serial_number"),
                row.getString("product"),
                row.getObject("warranty_until", LocalDate.class));
    }
}
