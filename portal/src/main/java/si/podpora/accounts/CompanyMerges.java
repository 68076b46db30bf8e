package si.podpora.accounts;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.SqlTime;

/**
 * Makes one company out of two that are the same. The one taken up stays as a row, so that its tax number and
 * its name find the one that is left.
 */
@Component
public class CompanyMerges {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CompanyMerges(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Merges.
     *
     * @param from key of the company that is taken up
     * @param into key of the one that is left
     * @param keepRoles whether people see in the other company what they saw in theirs; else their own cases only
     * @return false if one of them is no more, or both are one
     */
    @Transactional
    public boolean merge(Actor me, long from, long into, boolean keepRoles) {
        // In the order of the keys, so that two merges never wait for each other.
        var both = sql.sql("""
                select id from company where id in (:from, :into) and state <> 'ended' order by id for update
                """)
                .param("from", from)
                .param("into", into)
                .query(Long.class)
                .list();
        if (both.size() != 2) {
            return false;
        }
        sql.sql("""
                update company set state = 'ended', merged_into = :into, merged_at = :now, merged_by = :me,
                    version = version + 1
                where id = :from
                """)
                .param("into", into)
                .param("now", SqlTime.of(clock.instant()))
                .param("me", me.id())
                .param("from", from)
                .update();
        sql.sql("update company set merged_into = :into where merged_into = :from")
                .param("into", into)
                .param("from", from)
                .update();
        movePeople(from, into, keepRoles);
        events.publishEvent(new CompaniesMerged(from, into));
        return true;
    }

    /** Who is in both keeps the better of the two places. */
    private void movePeople(long from, long into, boolean keepRoles) {
        sql.sql("""
                insert into membership as kept (company_id, person_id, role, state, requested_at, decided_at, decided_by)
                select :into, person_id, case when :keep then role else 'own' end, state, requested_at, decided_at,
                       decided_by
                from membership where company_id = :from
                on conflict (company_id, person_id) do update
                set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by,
                    role = case when kept.state = 'admitted'
                                 and array_position(array['own', 'company', 'administrator'], kept.role)
                                     > array_position(array['own', 'company', 'administrator'], excluded.role)
                                then kept.role else excluded.role end
                where array_position(array['ended', 'pending', 'admitted'], excluded.state)
                      >= array_position(array['ended', 'pending', 'admitted'], kept.state)
                """)
                .param("into", into)
                .param("from", from)
                .param("keep", keepRoles)
                .update();
        sql.sql("delete from membership where company_id = :from")
                .param("from", from)
                .update();
    }
}
