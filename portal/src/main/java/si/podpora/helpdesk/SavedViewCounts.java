package si.podpora.helpdesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;

/**
 * Counts what saved views hold. A view can be any filter, so no index ends its count: each walks along the index
 * of its narrowest part past so many cases, and says how many of those it holds. The queue does not wait for it.
 */
@Component
class SavedViewCounts {

    /** So many views are counted, the first ones. */
    static final int MOST_VIEWS = 20;

    /** So many cases a view walks past. */
    static final int WALK = 500;

    private final JdbcClient sql;

    SavedViewCounts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How many cases each view holds: "12", "99+", or "7+" where the walk ended before the view did. Views of words
     * are not counted: each word is looked up among people and companies first.
     */
    Map<Long, String> of(Actor me, List<SavedView> views) {
        var counts = new LinkedHashMap<Long, String>();
        var statement = views.stream()
                .filter(SavedView::counted)
                .limit(MOST_VIEWS)
                .map(SavedViewCounts::count)
                .collect(Collectors.joining(" union all "));
        if (!statement.isEmpty()) {
            sql.sql(statement).param("me", me.id()).query(row -> {
                counts.put(row.getLong("id"), said(row.getInt("held"), row.getInt("walked")));
            });
        }
        return counts;
    }

    private static String said(int held, int walked) {
        return held > QueueMenu.MOST_COUNTED
                ? QueueMenu.MOST_COUNTED + "+"
                : walked < WALK ? Integer.toString(held) : held + "+";
    }

    private static String count(SavedView view) {
        var conditions = new ArrayList<>(view.filter().conditions());
        conditions.add(view.base().condition());
        var text = """
                (select {id} as id, count(*) as walked, count(*) filter (where hit) as held
                 from (select ({conditions}) as hit from {walk}) w)""".replace("{id}", Long.toString(view.id()))
                .replace("{conditions}", String.join(" and ", conditions))
                .replace("{walk}", walk(view));
        // Keys and codes of ours only: a statement of many views cannot name their parameters apart.
        for (var value : view.filter().values().entrySet()) {
            var known = value.getValue();
            if (known != null) {
                text = text.replace(
                        ":" + value.getKey(), known instanceof Long key ? key.toString() : "'" + known + "'");
            }
        }
        return text;
    }

    /** The cases to look at: the newest of the narrowest part of the view that has an index. */
    private static String walk(SavedView view) {
        var filter = view.filter();
        if (filter.tag() != null) {
            return "(select c.* from case_tag g join cases c on c.id = g.case_id where g.tag_id = :tag"
                    + " order by g.case_id desc limit " + WALK + ") c";
        }
        if (filter.company() != null) {
            return newest("c.company_id = :company", view.base());
        }
        if (!filter.owner().isEmpty() && !filter.owner().equals(QueueFilter.NOBODY)) {
            return newest(
                    filter.owner().equals(QueueFilter.ME) ? "c.owner_id = :me" : "c.owner_id = :owner", view.base());
        }
        var status = filter.status();
        return status != null
                ? "(select c.* from cases c where c.status_reason = :status order by c.changed_at desc, c.id desc limit "
                        + WALK + ") c"
                : newest("true", view.base());
    }

    /** Open and closed cases stand apart in each index. */
    private static String newest(String condition, QueueView base) {
        var slice = "select c.* from cases c where " + condition
                + " and {which} order by c.changed_at desc, c.id desc limit " + WALK;
        return switch (base) {
            case ALL ->
                "(select s.* from (values (true), (false)) a (open) cross join lateral ("
                        + slice.replace("{which}", "c.active = a.open") + ") s order by s.changed_at desc limit " + WALK
                        + ") c";
            case CLOSED -> "(" + slice.replace("{which}", "not c.active") + ") c";
            case TRIAGE, MINE, UNASSIGNED, WAITING, SILENT, REPAIRS, ACTIVE ->
                "(" + slice.replace("{which}", condition.equals("true") ? base.condition() : "c.active") + ") c";
        };
    }
}
