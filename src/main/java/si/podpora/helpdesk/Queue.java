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
import si.podpora.web.SqlTime;

/** All cases for the help desk, by page. */
@Component
class Queue {

    /** Chips count up to here: beyond it nobody counts. */
    static final int MOST_COUNTED = 100;

    private static final int ROWS = 50;

    private final JdbcClient sql;
    private final QueueSearch search;

    Queue(JdbcClient sql, QueueSearch search) {
        this.sql = sql;
        this.search = search;
    }

    QueuePage page(Actor me, QueueQuery query) {
        var found = rows(me, query);
        var backwards = query.after() == null && query.before() != null;
        var more = found.size() > ROWS;
        var rows = new ArrayList<>(found.subList(0, Math.min(ROWS, found.size())));
        if (backwards) {
            Collections.reverse(rows);
        }
        var next = rows.isEmpty() || !(more || backwards) ? null : query.afterAddress(QueueCursor.of(rows.getLast()));
        var previous = rows.isEmpty() || !(backwards ? more : query.after() != null)
                ? null
                : query.beforeAddress(QueueCursor.of(rows.getFirst()));
        return new QueuePage(query, List.copyOf(rows), counts(me), next, previous);
    }

    /** One row more than the page shows, if there is; in the other order if it is the page before a place. */
    private List<QueueRow> rows(Actor me, QueueQuery query) {
        var number = CaseNumber.parse(query.search());
        var words = query.searching() && number.isEmpty() ? search.query(query.search()) : "";
        if (query.searching() && number.isEmpty() && words.isEmpty()) {
            return List.of();
        }
        var place = Optional.ofNullable(query.after()).or(() -> Optional.ofNullable(query.before()));
        var downwards = query.descending() != (query.after() == null && query.before() != null);
        var order = downwards ? "desc" : "asc";
        var byAge = query.sort() == QueueSort.CREATED;
        var statement = new StringBuilder("""
                select c.id, c.number, c.title, c.type, c.status_reason, c.owner_name, c.created_at, c.changed_at,
                       coalesce(k.name, '') as company, p.first_name || ' ' || p.last_name as person
                from cases c
                join person p on p.id = c.requester_id
                left join company k on k.id = c.company_id
                """);
        if (!words.isEmpty()) {
            statement.append("join case_search s on s.case_id = c.id and s.staff_words @@ cast(:words as tsquery)\n");
        }
        statement.append("where ").append(query.view().condition());
        if (query.status() != null) {
            statement.append(" and c.status_reason = :status");
        }
        if (number.isPresent()) {
            statement.append(" and translate(c.number, 'OIL', '011') = :number");
        }
        if (place.isPresent()) {
            statement
                    .append(byAge ? " and c.id " : " and (c.changed_at, c.id) ")
                    .append(downwards ? "<" : ">")
                    .append(byAge ? " :id" : " (:changed, :id)");
        }
        statement
                .append(" order by ")
                .append(byAge ? "c.id " + order : "c.changed_at " + order + ", c.id " + order)
                .append(" limit ")
                .append(ROWS + 1);
        // Parameters that the statement does not name are not sent.
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("me", me.id());
        parameters.put("words", words);
        parameters.put("status", query.status() == null ? null : query.status().code());
        parameters.put("number", number.map(CaseNumber::key).orElse(null));
        parameters.put("id", place.map(QueueCursor::id).orElse(null));
        parameters.put("changed", place.map(at -> SqlTime.of(at.changedAt())).orElse(null));
        return sql.sql(statement.toString())
                .params(parameters)
                .query(QueueRow::of)
                .list();
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
