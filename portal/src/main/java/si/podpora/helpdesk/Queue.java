package si.podpora.helpdesk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.helpdesk.QueueSql.Use;

/** All cases for the help desk, by page. */
@Component
class Queue {

    /** On a page. */
    static final int ROWS = 50;

    /** A search looks at so many of the next cases first. */
    private static final int FIRST_WALK = 500;

    /** With more hits than this among them the page is full soon, if one only goes on. */
    private static final int DENSE = 10;

    /** How far it looks when the index of words knows too many hits. */
    private static final int LONG_WALK = 10_000;

    private final JdbcClient sql;
    private final QueueSearch search;

    Queue(JdbcClient sql, QueueSearch search) {
        this.sql = sql;
        this.search = search;
    }

    QueuePage page(Actor me, QueueQuery query, QueueMenu menu) {
        var found = found(me, query);
        var more = found.rows().size() > ROWS;
        var rows = new ArrayList<>(
                found.rows().subList(0, Math.min(ROWS, found.rows().size())));
        if (query.backwards()) {
            Collections.reverse(rows);
        }
        var end = more || query.backwards() ? null : found.end();
        var last = rows.isEmpty() || !(more || query.backwards()) ? end : QueueCursor.of(rows.getLast(), query.order());
        var previous = rows.isEmpty() || !(query.backwards() ? more : query.after() != null)
                ? null
                : query.beforeAddress(QueueCursor.of(rows.getFirst(), query.order()));
        return new QueuePage(
                query, List.copyOf(rows), menu, last == null ? null : query.afterAddress(last), previous, end != null);
    }

    /**
     * What a statement brought.
     *
     * @param rows one more than the page shows, if there is; in the other order if it is the page before a place
     * @param counted hits in the index of words
     * @param end the last case that was walked by; null if there is nothing behind it, or the page is full before
     */
    private record Found(
            List<QueueRow> rows, int counted, @Nullable QueueCursor end) {

        /** Whether the page is full, or there is nothing behind it. */
        boolean isComplete() {
            return rows.size() > ROWS || end == null;
        }
    }

    private Found found(Actor me, QueueQuery query) {
        var typed = query.words();
        var number = CaseNumber.parse(typed);
        if (typed.isEmpty()) {
            return fetch(Use.PAGE, me, query, Map.of());
        }
        if (number.isPresent()) {
            return fetch(Use.PAGE, me, query, Map.of("number", number.get().key()));
        }
        var words = search.query(typed);
        if (words.isEmpty()) {
            return new Found(List.of(), 0, null);
        }
        // Common words are found among the next cases, rare ones in the index of words.
        var near = walk(FIRST_WALK, me, query, words);
        if (near.isComplete()) {
            return near;
        }
        var far = near.rows().size() > DENSE ? walk(LONG_WALK, me, query, words) : null;
        if (far != null && far.isComplete()) {
            return far;
        }
        if (QueueSearch.isIndexed(typed)) {
            var known = fetch(Use.LOOKUP, me, query, Map.of("words", words));
            if (known.counted() <= QueueSql.MOST_HITS) {
                return new Found(known.rows(), known.counted(), null);
            }
        }
        return far != null ? far : walk(LONG_WALK, me, query, words);
    }

    private Found walk(int step, Actor me, QueueQuery query, String words) {
        return fetch(Use.WALK, me, query, Map.of("words", words, "walk", step));
    }

    private Found fetch(Use use, Actor me, QueueQuery query, Map<String, ?> more) {
        var place = query.after() != null ? query.after() : query.before();
        // Parameters that the statement does not name are not sent.
        var parameters = new HashMap<String, @Nullable Object>(more);
        parameters.putAll(query.filter().values());
        parameters.put("me", me.id());
        parameters.put("limit", ROWS + 1);
        if (place != null) {
            parameters.put("id", place.id());
            parameters.put("key", place.value(query.order()));
        }
        var statement = QueueSql.of(use, query, more.containsKey("number"));
        return sql.sql(statement).params(parameters).query(rows -> {
            var list = new ArrayList<QueueRow>(ROWS + 1);
            var counted = 0;
            QueueCursor end = null;
            while (rows.next()) {
                if (use == Use.LOOKUP) {
                    counted = rows.getInt("counted");
                }
                if (use == Use.WALK && rows.getLong("end_id") != 0) {
                    var key = query.order().kind() == QueueColumn.Kind.NUMBER ? "" : rows.getString("end_key");
                    end = new QueueCursor(key, rows.getLong("end_id"));
                }
                if (rows.getLong("id") != 0) {
                    list.add(QueueRow.of(rows));
                }
            }
            return new Found(list, counted, end);
        });
    }
}
