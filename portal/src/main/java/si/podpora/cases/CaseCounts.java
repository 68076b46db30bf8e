package si.podpora.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases are in each status, by one statement whose cost does not grow with them. */
@Component
class CaseCounts {

    /** How long an answer serves; one scrape asks for each status in turn. */
    static final Duration SERVES = Duration.ofSeconds(10);

    /** More rows than this are put together. */
    private static final int MOST_ROWS = 200;

    private final JdbcClient sql;
    private final Clock clock;
    private volatile @Nullable Read last;

    CaseCounts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Read(Instant at, Map<StatusReason, Long> counts) {}

    long of(StatusReason status) {
        var now = clock.instant();
        var known = last;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(SERVES) >= 0) {
            known = new Read(now, read());
            last = known;
        }
        return known.counts().getOrDefault(status, 0L);
    }

    private Map<StatusReason, Long> read() {
        var counts = new EnumMap<StatusReason, Long>(StatusReason.class);
        sql.sql("select status_reason, sum(cases) as cases from case_count group by status_reason")
                .query(row -> {
                    counts.put(StatusReason.of(row.getString("status_reason")), row.getLong("cases"));
                });
        return counts;
    }

    /** Puts the rows of many changes together; whoever counts meanwhile sees all the old ones or the new. */
    void fold() {
        sql.sql("""
                with gone as (
                    delete from case_count where (select count(*) from case_count) > :most
                    returning status_reason, cases)
                insert into case_count select status_reason, sum(cases) from gone group by status_reason
                """).param("most", MOST_ROWS).update();
    }
}
