package si.podpora.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Saved;
import si.podpora.web.SqlTime;

/** The devices of a company, for the help desk to keep. */
@Component
public class Devices {

    private static final String TABLE = "device";
    private static final String SELECT = """
            select d.id, d.serial_number, d.product, d.system_id, coalesce(s.identification_number, '') as system_number,
                   d.warranty_until, d.version, d.ended_at
            from device d left join customer_system s on s.id = d.system_id
            """;

    private final JdbcClient sql;
    private final Keeping keeping;

    Devices(JdbcClient sql, Keeping keeping) {
        this.sql = sql;
        this.keeping = keeping;
    }

    /** By product and serial number, those out of use last. */
    public List<InstalledDevice> page(long company, @Nullable Long after, int most) {
        return sql.sql(SELECT + """
                where d.company_id = :company
                  and (cast(:after as bigint) is null or (d.ended_at is not null, d.product, d.serial_number, d.id) >
                       (select a.ended_at is not null, a.product, a.serial_number, a.id from device a
                        where a.id = :after and a.company_id = :company))
                order by d.ended_at is not null, d.product, d.serial_number, d.id limit :most
                """)
                .param("company", company)
                .param("after", after, Types.BIGINT)
                .param("most", most)
                .query(Devices::device)
                .list();
    }

    /** One of the company's. */
    public Optional<InstalledDevice> find(long company, long id) {
        return sql.sql(SELECT + " where d.id = :id and d.company_id = :company")
                .param("id", id)
                .param("company", company)
                .query(Devices::device)
                .optional();
    }

    /** Adds a device; its key and its version do not count, and its system only if it is the company's. */
    @Transactional
    public Saved add(long company, InstalledDevice wanted) {
        keeping.hold(company);
        if (taken(company, wanted.serialNumber(), 0)) {
            return Saved.TAKEN;
        }
        sql.sql("""
                insert into device (company_id, serial_number, product, system_id, warranty_until)
                values (:company, :serial, :product,
                    (select id from customer_system where id = :system and company_id = :company), :until)
                """)
                .param("company", company)
                .param("serial", wanted.serialNumber())
                .param("product", wanted.product())
                .param("system", wanted.systemId(), Types.BIGINT)
                .param("until", wanted.warrantyUntil(), Types.DATE)
                .update();
        return Saved.DONE;
    }

    /** Corrects a device that is still as the form with its version showed it. */
    @Transactional
    public Saved edit(long company, InstalledDevice wanted) {
        keeping.hold(company);
        if (keeping.overtaken(TABLE, company, wanted.id(), wanted.version())) {
            return Saved.OVERTAKEN;
        }
        if (taken(company, wanted.serialNumber(), wanted.id())) {
            return Saved.TAKEN;
        }
        sql.sql("""
                update device set serial_number = :serial, product = :product, warranty_until = :until,
                    system_id = (select id from customer_system where id = :system and company_id = :company),
                    version = version + 1
                where id = :id
                """)
                .param("company", company)
                .param("serial", wanted.serialNumber())
                .param("product", wanted.product())
                .param("until", wanted.warrantyUntil(), Types.DATE)
                .param("system", wanted.systemId(), Types.BIGINT)
                .param("id", wanted.id())
                .update();
        return Saved.DONE;
    }

    /** Takes a device out of use, or into use again. */
    @Transactional
    public Saved end(long company, long id, int version, boolean ended) {
        return keeping.end(TABLE, company, id, version, ended);
    }

    /** Whether another device of the company bears the number. */
    private boolean taken(long company, String serial, long except) {
        return sql.sql("""
                select exists (select from device
                               where company_id = :company and serial_number = :serial and id <> :except)
                """)
                .param("company", company)
                .param("serial", serial)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    private static InstalledDevice device(ResultSet row, int index) throws SQLException {
        return new InstalledDevice(
                row.getLong("id"),
                row.getString("serial_number"),
                row.getString("product"),
                row.getObject("system_id", Long.class),
                row.getString("system_number"),
                row.getObject("warranty_until", LocalDate.class),
                row.getInt("version"),
                SqlTime.instantOrNull(row, "ended_at"));
    }
}
