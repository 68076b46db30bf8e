package si.podpora.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.SqlTime;

/**
 * Who of the help desk has a case open now, and who is writing in it. An open page says so again and again;
 * what is not said again is over soon.
 */
@Component
public class CasePresence {

    /** What is told of a case when its presence changes, on {@link CaseHistory#CHANNEL}. */
    static final String TOLD = "presence";

    private static final Duration LASTS = Duration.ofSeconds(45);

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;

    CasePresence(JdbcClient sql, Clock clock, CaseAccess access) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
    }

    /** Somebody who has the case open. */
    public record Present(String name, boolean typing) {}

    /** This person has the case open. */
    @Transactional
    public void here(Actor me, CaseNumber number, boolean typing) {
        var found = access.find(me, number);
        var now = clock.instant();
        var known = sql.sql("""
                with before as (
                    select typing from case_presence where case_id = :case and person_id = :me and until > :now)
                insert into case_presence (case_id, person_id, typing, until) values (:case, :me, :typing, :until)
                on conflict (case_id, person_id) do update set typing = excluded.typing, until = excluded.until
                returning exists (select from before where typing = :typing)
                """)
                .param("case", found.id())
                .param("me", me.id())
                .param("typing", typing)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(LASTS)))
                .query(Boolean.class)
                .single();
        if (!known) {
            tell(found.id());
        }
    }

    /** This person has left the page. */
    @Transactional
    public void gone(Actor me, CaseNumber number) {
        var found = access.find(me, number);
        var gone = sql.sql("delete from case_presence where case_id = :case and person_id = :me")
                .param("case", found.id())
                .param("me", me.id())
                .update();
        if (gone > 0) {
            tell(found.id());
        }
    }

    /** The others who have the case open, those who write first. */
    public List<Present> others(Actor me, long caseId) {
        return sql.sql("""
                select p.first_name || ' ' || p.last_name as name, c.typing
                from case_presence c join person p on p.id = c.person_id
                where c.case_id = :case and c.person_id <> :me and c.until > :now
                order by c.typing desc, p.last_name, p.first_name, p.id
                """)
                .param("case", caseId)
                .param("me", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .query((row, index) -> new Present(row.getString("name"), row.getBoolean("typing")))
                .list();
    }

    /** Forgets those who left without a word. */
    int removeOld() {
        return sql.sql("delete from case_presence where until < :now")
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    private void tell(long caseId) {
        sql.sql("select pg_notify(:channel, :told)")
                .param("channel", CaseHistory.CHANNEL)
                .param("told", caseId + " " + TOLD)
                .query((row, index) -> true)
                .list();
    }
}
