package si.podpora.helpdesk;

import java.util.ArrayList;
import si.podpora.cases.CaseAccess;

/**
 * The statements of the queue. A page is the beginning of one index, or of two: open and closed cases
 * together are merged from both. A search walks along the index until the page is full or so many
 * cases are past, or asks the index of words, whichever costs less; neither reads more than a bounded number.
 *
 * <p>Parameters: {@code me}, {@code limit}; those of {@link QueueFilter}; {@code number}; the place to go on
 * from, {@code key} and {@code id}; for a search {@code words} and {@code walk}.
 */
final class QueueSql {

    enum Use {
        /** A page. */
        PAGE,
        /** A page of those among the next {@code walk} cases of the view that bear the words. */
        WALK,
        /** A page of those that the index of words knows, if they are not too many. */
        LOOKUP
    }

    /** Past so many hits the index of words is not asked further. */
    static final int MOST_HITS = 2000;

    private static final String COLUMNS = """
            c.id, c.number, c.title, c.type, c.status_reason, c.owner_name, c.company_name, c.requester_id,
            c.created_at, c.changed_at, c.spoken_at""";

    /** What each row of a page is shown with: looked up for those of the page alone. */
    private static final String MORE = """
            left join lateral (
                -- "offset 0": one by one by its key, however few people there are
                select p.first_name || ' ' || p.last_name as person from person p where p.id = f.requester_id offset 0
            ) p on true
            left join lateral (
                select array_agg(t.id order by lower(t.name) collate "sl-x-icu") as tag_ids,
                       array_agg(t.name order by lower(t.name) collate "sl-x-icu") as tag_names
                from case_tag g join tag t on t.id = g.tag_id where g.case_id = f.id) g on true""";

    private QueueSql() {}

    static String of(Use use, QueueQuery query, boolean byNumber) {
        return (switch (use) {
                    case PAGE -> """
                        select f.*, p.person, g.tag_ids, g.tag_names
                        from ({scan}) f
                        {more}
                        order by f.key {direction}, f.id {direction}
                        """.replace("{scan}", scan(query, byNumber, COLUMNS, ":limit"));
                    case WALK ->
                        """
                        with f as materialized (
                            select {columns}, w.key from ({scan}) w
                            -- "offset 0": one by one along the walk, which ends with the page
                            cross join lateral (
                                select from case_search s
                                where s.case_id = w.id and ts_match_vq(s.staff_words, cast(:words as tsquery)) offset 0) s
                            join cases c on c.id = w.id
                            order by w.key {direction}, w.id {direction} limit :limit)
                        select e.end_id, {endKey}, f.*, p.person, g.tag_ids, g.tag_names
                        from (select count(*) as found from f) n
                        left join lateral (
                            select w.id as end_id, w.key as end_key from ({scan}) w where n.found < :limit
                            order by w.key {direction}, w.id {direction} offset :walk - 1 limit 1) e on true
                        left join f on true
                        {more}
                        order by f.key {direction}, f.id {direction}
                        """.replace("{scan}", scan(query, byNumber, "c.id", ":walk")).replace(
                                "{endKey}",
                                query.order().kind() == QueueColumn.Kind.TIME
                                        ? "cast(extract(epoch from e.end_key) * 1000000 as bigint) as end_key"
                                        : "e.end_key");
                    case LOOKUP ->
                        """
                        with hits as materialized (
                            select case_id from case_search where staff_words @@ cast(:words as tsquery) limit {most} + 1)
                        select n.counted, f.*, p.person, g.tag_ids, g.tag_names
                        from (select count(*) as counted from hits) n
                        left join lateral (
                            select {columns}, {key} as key from hits h
                            -- "offset 0": one by one by its key, never along the order of the queue
                            cross join lateral (select * from cases one where one.id = h.case_id offset 0) c
                            where {where} order by key {direction}, id {direction} limit :limit) f on true
                        {more}
                        order by f.key {direction}, f.id {direction}
                        """.replace("{where}", where(query, byNumber)).replace("{most}", Integer.toString(MOST_HITS));
                })
                .replace("{columns}", COLUMNS)
                .replace("{key}", query.order().key())
                .replace("{more}", MORE)
                .replace("{direction}", downwards(query) ? "desc" : "asc");
    }

    /** The next cases of the view in the queue's order. */
    private static String scan(QueueQuery query, boolean byNumber, String columns, String limit) {
        var slice = """
                select {columns}, {key} as key from {cases} c where {where}
                order by {key} {direction}, c.id {direction} limit {limit}""".replace("{columns}", columns)
                .replace("{cases}", cases(query))
                .replace("{where}", where(query, byNumber))
                .replace("{limit}", limit);
        return query.view() == QueueView.ALL && !byNumber
                ? """
                select s.* from (({open}) union all ({closed})) s
                order by s.key {direction}, s.id {direction} limit {limit}""".replace("{open}", slice.replace("where true", "where c.active"))
                        .replace("{closed}", slice.replace("where true", "where not c.active"))
                        .replace("{limit}", limit)
                : slice;
    }

    /** A person's own are few: where no index has them in this order, they are sorted rather than sought among all. */
    private static String cases(QueueQuery query) {
        var indexed = switch (query.order()) {
            case NUMBER, CREATED, CHANGED -> true;
            default -> false;
        };
        return query.view() == QueueView.MINE && !indexed
                ? "(select * from cases c where " + QueueView.MINE.condition() + " offset 0)"
                : "cases";
    }

    private static String where(QueueQuery query, boolean byNumber) {
        var conditions = new ArrayList<String>();
        conditions.add(query.view().condition());
        // Every case is: but indexes that only the queue shall use are made for it.
        conditions.add("c.id > 0");
        conditions.addAll(query.filter().conditions());
        if (byNumber) {
            conditions.add("c.id = " + CaseAccess.OF_NUMBER);
        }
        if (query.after() != null || query.before() != null) {
            var beyond = downwards(query) ? "<" : ">";
            conditions.add(
                    query.order().kind() == QueueColumn.Kind.NUMBER
                            ? "c.id " + beyond + " :id"
                            : "({key}, c.id) " + beyond + " (cast(:key as "
                                    + query.order().kind().type() + "), :id)");
        }
        return String.join(" and ", conditions);
    }

    /** In which direction the statement reads: against the queue's order for the page before a place. */
    private static boolean downwards(QueueQuery query) {
        return query.descending() != query.backwards();
    }
}
