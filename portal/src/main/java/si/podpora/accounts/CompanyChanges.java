package si.podpora.accounts;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;
import si.podpora.web.SqlTime;

/** What the help desk changes about a company. Tax numbers come in canonical spelling. */
@Component
public class CompanyChanges {

    private final JdbcClient sql;
    private final Clock clock;

    CompanyChanges(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A new company that the help desk knows; empty if one has this tax number already. */
    @Transactional
    public Optional<Long> add(Actor me, String name, String country, String taxNumber) {
        return sql.sql("""
                insert into company (name, country, tax_number, state, created_at, checked_at, checked_by)
                values (:name, :country, :taxNumber, 'active', :now, :now, :me)
                on conflict (country, tax_number) do nothing
                returning id
                """)
                .param("name", name.strip())
                .param("country", country)
                .param("taxNumber", taxNumber)
                .param("now", SqlTime.of(clock.instant()))
                .param("me", me.id())
                .query(Long.class)
                .optional();
    }

    /**
     * Corrects name and tax number.
     *
     * @param version as it stood on the form
     * @throws Refusal.NotFound if there is no such company any more
     */
    @Transactional
    public Saved edit(long id, int version, String name, String country, String taxNumber) {
        var now = sql.sql("select version from company where id = :id and state <> 'ended' for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
        if (now != version) {
            return Saved.OVERTAKEN;
        }
        var taken = sql.sql("""
                select exists (select from company where country = :country and tax_number = :taxNumber and id <> :id)
                """)
                .param("country", country)
                .param("taxNumber", taxNumber)
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (taken) {
            return Saved.TAKEN;
        }
        sql.sql("""
                update company set name = :name, country = :country, tax_number = :taxNumber, version = version + 1
                where id = :id
                """)
                .param("name", name.strip())
                .param("country", country)
                .param("taxNumber", taxNumber)
                .param("id", id)
                .update();
        return Saved.DONE;
    }

    /** Confirms a company that was to be checked, under its right name; false if it no longer was. */
    @Transactional
    public boolean check(Actor me, long id, String name) {
        return sql.sql("""
                update company set state = 'active', name = :name, version = version + 1,
                    checked_at = :now, checked_by = :me
                where id = :id and state = 'to_be_checked'
                """)
                        .param("name", name.strip())
                        .param("now", SqlTime.of(clock.instant()))
                        .param("me", me.id())
                        .param("id", id)
                        .update()
                == 1;
    }
}
