package si.podpora.coverage;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;
import si.podpora.web.SqlTime;

/** What systems, devices and entitlements have in common: one change of a company's after the other, none unread. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Keeping {

    private final JdbcClient sql;
    private final Clock clock;

    Keeping(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Holds the company until the end of the transaction.
     *
     * @throws Refusal.NotFound if there is none, or another has taken it up
     */
    void hold(long company) {
        var there = sql.sql("select 1 from company where id = :company and state <> 'ended' for no key update")
                .param("company", company)
                .query(Integer.class)
                .optional();
        if (there.isEmpty()) {
            throw new Refusal.NotFound();
        }
    }

    /** Ends a row of a table of ours, or takes it up again. */
    Saved end(String table, long company, long id, int version, boolean ended) {
        hold(company);
        require(table, company, id);
        return sql.sql("update " + table
                                        + " set ended_at = case when :ended then cast(:now as timestamptz) end, version = version + 1"
                                        + " where id = :id and company_id = :company and version = :version"
                                        + " and (ended_at is null) = :ended")
                                .param("ended", ended)
                                .param("now", SqlTime.of(clock.instant()))
                                .param("id", id)
                                .param("company", company)
                                .param("version", version)
                                .update()
                        == 1
                ? Saved.DONE
                : Saved.OVERTAKEN;
    }

    /** Whether the row is still as the form showed it; 404 if the company has none of this key. */
    boolean overtaken(String table, long company, long id, int version) {
        return require(table, company, id) != version;
    }

    private int require(String table, long company, long id) {
        Optional<Integer> version = sql.sql(
                        "select version from " + table + " where id = :id and company_id = :company")
                .param("id", id)
                .param("company", company)
                .query(Integer.class)
                .optional();
        return version.orElseThrow(Refusal.NotFound::new);
    }
}
