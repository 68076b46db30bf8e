package si.podpora.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Saved;
import si.podpora.web.SqlTime;

/** The systems of a company, for the help desk to keep. */
@Component
public class Systems {

    private static final String TABLE = "customer_system";
    private static final String SELECT = """
            select s.id, s.identification_number, s.name, s.product, s.version, s.ended_at,
                   (select count(*) from device d where d.system_id = s.id and d.ended_at is null) as devices
            from customer_system s
            """;

    private final JdbcClient sql;
    private final Keeping keeping;

    Systems(JdbcClient sql, Keeping keeping) {
        this.sql = sql;
        this.keeping = keeping;
    }

    /** By identification number, those out of use last. */
    public List<InstalledSystem> page(long company, @Nullable Long after, int most) {
        return sql.sql(SELECT + """
                where s.company_id = :company
                  and (cast(:after as bigint) is null or (s.ended_at is not null, s.identification_number, s.id) >
                       (select a.ended_at is not null, a.identification_number, a.id from customer_system a
                        where a.id = :after and a.company_id = :company))
                order by s.ended_at is not null, s.identification_number, s.id limit :most
                """)
                .param("company", company)
                .param("after", after, Types.BIGINT)
                .param("most", most)
                .query(Systems::system)
                .list();
    }

    /** One of the company's. */
    public Optional<InstalledSystem> find(long company, long id) {
        return sql.sql(SELECT + " where s.id = :id and s.company_id = :company")
                .param("id", id)
                .param("company", company)
                .query(Systems::system)
                .optional();
    }

    /** Adds a system; its key and its version do not count. */
    @Transactional
    public Saved add(long company, InstalledSystem wanted) {
        keeping.hold(company);
        if (taken(company, wanted.identificationNumber(), 0)) {
            return Saved.TAKEN;
        }
        sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, :number, :name, :product)
                """)
                .param("company", company)
                .param("number", wanted.identificationNumber())
                .param("name", wanted.name())
                .param("product", wanted.product())
                .update();
        return Saved.DONE;
    }

    /** Corrects a system that is still as the form with its version showed it. */
    @Transactional
    public Saved edit(long company, InstalledSystem wanted) {
        keeping.hold(company);
        if (keeping.overtaken(TABLE, company, wanted.id(), wanted.version())) {
            return Saved.OVERTAKEN;
        }
        if (taken(company, wanted.identificationNumber(), wanted.id())) {
            return Saved.TAKEN;
        }
        sql.sql("""
                update customer_system set identification_number = :number, name = :name, product = :product,
                    version = version + 1
                where id = :id
                """)
                .param("number", wanted.identificationNumber())
                .param("name", wanted.name())
                .param("product", wanted.product())
                .param("id", wanted.id())
                .update();
        return Saved.DONE;
    }

    /** Takes a system out of use, or into use again. */
    @Transactional
    public Saved end(long company, long id, int version, boolean ended) {
        return keeping.end(TABLE, company, id, version, ended);
    }

    /** Whether another system of the company bears the number, however it is spaced or written in capitals. */
    private boolean taken(long company, String number, long except) {
        return sql.sql("""
                select exists (select from customer_system
                    where company_id = :company and id <> :except
                      and upper(regexp_replace(identification_number, '[^[:alnum:]]', '', 'g')) = :number)
                """)
                .param("company", company)
                .param("except", except)
                .param("number", SerialNumber.canonical(number))
                .query(Boolean.class)
                .single();
    }

    private static InstalledSystem system(ResultSet row, int index) throws SQLException {
        return new InstalledSystem(
                row.getLong("id"),
                row.getString("identification_number"),
                row.getString("name"),
                row.getString("product"),
                row.getInt("devices"),
                row.getInt("version"),
                SqlTime.instantOrNull(row, "ended_at"));
    }
}
