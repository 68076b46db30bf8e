package si.podpora.helpdesk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.helpdesk.QueueSql.Use;
import si.podpora.web.SqlTime;

/** All cases for the help desk, by page. */
@Component
class Queue {

    /** Chips count up to here: beyond it nobody counts. */
    static final int MOST_COUNTED = 100;

    private static final int ROWS = 50;

    /** A search looks at so many of the next cases first. */
    private static final int FIRST_WALK = 400;

    /** How far it looks when the index of words knows too many hits. */
    private static final int LONG_WALK = 10_000;

    private final JdbcClient sql;
    private final QueueSearch search;

    Queue(JdbcClient sql, QueueSearch search) {
        this.sql = sql;
        this.search = search;
    }

    QueuePage page(Actor me, QueueQuery query) {
        var found = found(me, query);
        var backwards = query.after() == null && query.before() != null;
        var more = found.rows().size() > ROWS;
        var rows = new ArrayList<>(
                found.rows().subList(0, Math.min(ROWS, found.rows().size())));
        if (backwards) {
            Collections.reverse(rows);
        }
        var end = more || backwards ? null : found.end();
        var last = rows.isEmpty() || !(more || backwards) ? end : QueueCursor.of(rows.getLast());
        var next = last == null ? null : query.afterAddress(last);
        var previous = rows.isEmpty() || !(backwards ? more : query.after() != null)
                ? null
                : query.beforeAddress(QueueCursor.of(rows.getFirst()));
        return new QueuePage(query, List.copyOf(rows), counts(me), next, previous, end != null);
    }

    /**
     * What a statement brought.
     *
     * @param rows one more than the page shows, if there is; in the other order if it is the page before a place
     * @param counted cases walked by, or hits in the index of words
     * @param end the last case that was walked by; null if there is nothing behind it
     */
    private record Found(
            List<QueueRow> rows, int counted, @Nullable QueueCursor end) {}

    private Found found(Actor me, QueueQuery query) {
        var number = CaseNumber.parse(query.search());
        if (!query.searching() || number.isPresent()) {
            return fetch(Use.PAGE, me, query, Map.of("number", number.map(CaseNumber::key)));
        }
        var words = search.query(query.search());
        if (words.isEmpty()) {
            return new Found(List.of(), 0, null);
        }
        // Common words are found among the next cases, rare ones in the index of words.
        var near = walk(FIRST_WALK, me, query, words);
        if (near.rows().size() > ROWS || near.end() == null) {
            return near;
        }
        if (QueueSearch.isIndexed(query.search())) {
            var known = fetch(Use.LOOKUP, me, query, Map.of("words", words));
            if (known.counted() <= QueueSql.MOST_HITS) {
                return new Found(known.rows(), known.counted(), null);
            }
        }
        return walk(LONG_WALK, me, query, words);
    }

    private Found walk(int step, Actor me, QueueQuery query, String words) {
        var walked = fetch(Use.WALK, me, query, Map.of("words", words, "walk", step));
        return walked.counted() < step ? new Found(walked.rows(), walked.counted(), null) : walked;
    }

    private Found fetch(Use use, Actor me, QueueQuery query, Map<String, ?> more) {
        var place = Optional.ofNullable(query.after()).or(() -> Optional.ofNullable(query.before()));
        // Parameters that the statement does not name are not sent.
        var parameters = new HashMap<String, @Nullable Object>(more);
        parameters.put("me", me.id());
        parameters.put("status", query.status() == null ? null : query.status().code());
        parameters.computeIfPresent("number", (name, key) -> ((Optional<?>) key).orElse(null));
        parameters.put("id", place.map(QueueCursor::id).orElse(null));
        parameters.put("changed", place.map(at -> SqlTime.of(at.changedAt())).orElse(null));
        parameters.put("limit", ROWS + 1);
        var byNumber = parameters.get("number") != null;
        return sql.sql(QueueSql.of(use, query, byNumber)).params(parameters).query(rows -> {
            var list = new ArrayList<QueueRow>(ROWS + 1);
            var counted = 0;
            QueueCursor end = null;
            while (rows.next()) {
                if (use != Use.PAGE) {
                    counted = rows.getInt("counted");
                }
                if (use == Use.WALK && rows.getLong("end_id") != 0) {
                    end = new QueueCursor(SqlTime.instant(rows, "end_changed"), rows.getLong("end_id"));
                }
                if (rows.getLong("id") != 0) {
                    list.add(QueueRow.of(rows, list.size()));
                }
            }
            return new Found(list, counted, end);
        });
    }

    /** What is to be done, counted up to a bound: an index gives it at the same cost however much there is. */
    private Map<QueueView, Integer> counts(Actor me) {
        return sql.sql("""
                select (select count(*) from (select from cases c where c.owner_id is null and c.active limit :most) x)
                           as unassigned,
                       (select count(*) from (select from cases c where c.owner_id = :me and c.active limit :most) x)
                           as mine,
                       (select count(*) from (select from cases c where c.active limit :most) x) as active,
                       (select count(*) from (select from cases c where c.status_reason = 'waiting_for_details'
                                              limit :most) x) as waiting
                """)
                .param("me", me.id())
                .param("most", MOST_COUNTED + 1)
                .query((row, index) -> {
                    var counts = new EnumMap<QueueView, Integer>(QueueView.class);
                    for (var view :
                            List.of(QueueView.UNASSIGNED, QueueView.MINE, QueueView.ACTIVE, QueueView.WAITING)) {
                        counts.put(view, row.getInt(view.code()));
                    }
                    return counts;
                })
                .single();
    }
}
