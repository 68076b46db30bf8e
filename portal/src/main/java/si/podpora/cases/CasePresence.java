package si.podpora.cases;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
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
    public record Present(String name, boolean typing) {

        /** Who else has {@code cases c} open, as an array of arrays; needs {@code staff}, {@code me} and {@code now}. */
        static final String ARRAY = """
                array(select array[q.first_name || ' ' || q.last_name, o.typing::text]
                      from case_presence o join person q on q.id = o.person_id
                      where :staff and o.case_id = c.id and o.person_id <> :me and o.until > :now
                      order by o.typing desc, q.last_name, q.first_name, q.id)\
                """;

        static List<Present> of(Array rows) throws SQLException {
            return Arrays.stream((Object[]) rows.getArray())
                    .map(row -> (String[]) row)
                    .map(row -> new Present(row[0], row[1].equals("true")))
                    .toList();
        }
    }

    /** This person has the case open. */
    @Transactional
    public void here(Actor me, CaseNumber number, boolean typing) {
        var found = access.find(me, number);
        var now = clock.instant();
        var known = sql.sql("""
                with before as (
                    select typing from case_presence where case_id = :case and person_id = :me and until > :now)
                insert into case_presence (case_id, person_id, typing, until)
                select c.id, :me, :typing, :until from cases c where c.id = :case for key share
                on conflict (case_id, person_id) do update set typing = excluded.typing, until = excluded.until
                returning exists (select from before where typing = :typing)
                """)
                .param("case", found.id())
                .param("me", me.id())
                .param("typing", typing)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(LASTS)))
                .query(Boolean.class)
                .optional()
                .orElse(true); // it has just been merged into another
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

    /**
     * The others who have the case open, those who write first.
     *
     * @throws Refusal.NotFound if there is no such case, or it is not for this person
     */
    public List<Present> others(Actor me, CaseNumber number) {
        return sql.sql("select " + Present.ARRAY + " as present from cases c"
                        + " where translate(c.number, 'OIL', '011') = :number and " + CaseAccess.VISIBLE)
                .param("number", number.key())
                .param("staff", me.isStaff())
                .param("me", me.id())
                .param("companies", CaseAccess.companies(me))
                .param("now", SqlTime.of(clock.instant()))
                .query((row, index) -> Present.of(row.getArray("present")))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
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
