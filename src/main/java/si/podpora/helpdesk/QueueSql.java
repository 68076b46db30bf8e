package si.podpora.helpdesk;

/**
 * The statements of the queue. A page is the beginning of one index. A search walks along that index past so
 * many cases, or asks the index of words, whichever costs less; neither reads more than a bounded number.
 *
 * <p>Parameters: {@code me}, {@code limit}; {@code status}, {@code number}; the place to go on from,
 * {@code id} and {@code changed}; for a search {@code words} and {@code walk}.
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
            c.id, c.number, c.title, c.type, c.status_reason, c.owner_name, c.created_at, c.changed_at,
            coalesce(k.name, '') as company, p.first_name || ' ' || p.last_name as person""";

    private static final String PEOPLE = """
            join person p on p.id = c.requester_id
            left join company k on k.id = c.company_id""";

    private QueueSql() {}

    static String of(Use use, QueueQuery query, boolean byNumber) {
        var before = query.after() == null && query.before() != null;
        var going = query.after() != null || query.before() != null;
        var downwards = query.descending() != before;
        var byAge = query.sort() == QueueSort.CREATED;
        return (switch (use) {
                    case PAGE -> """
                        select {columns} from cases c {people}
                        where {view}{goingOn} order by {order} limit :limit
                        """;
                    case WALK -> """
                        with walked as materialized (
                            select c.id, c.changed_at from cases c where {view}{goingOn} order by {order} limit :walk)
                        select n.counted, e.id as end_id, e.changed_at as end_changed, f.*
                        from (select count(*) as counted from walked) n
                        left join lateral (select c.id, c.changed_at from walked c order by {opposite} limit 1) e on true
                        left join lateral (
                            select {columns} from walked w
                            join case_search s on s.case_id = w.id and s.staff_words @@ cast(:words as tsquery)
                            join cases c on c.id = w.id {people}
                            order by {order} limit :limit) f on true
                        order by {found}
                        """;
                    case LOOKUP -> """
                        with hits as materialized (
                            select case_id from case_search where staff_words @@ cast(:words as tsquery) limit {most} + 1)
                        select n.counted, f.*
                        from (select count(*) as counted from hits) n
                        left join lateral (
                            select {columns} from hits h
                            -- "offset 0": one by one by its key, never along the order of the queue
                            cross join lateral (select * from cases one where one.id = h.case_id offset 0) c {people}
                            where {view}{goingOn} order by {order} limit :limit) f on true
                        order by {found}
                        """;
                })
                .replace("{columns}", COLUMNS)
                .replace("{people}", PEOPLE)
                .replace("{view}", view(query, byNumber))
                .replace("{goingOn}", going ? goingOn(byAge, downwards) : "")
                .replace("{order}", order("c", byAge, downwards))
                .replace("{opposite}", order("c", byAge, !downwards))
                .replace("{found}", order("f", byAge, downwards))
                .replace("{most}", Integer.toString(MOST_HITS));
    }

    private static String view(QueueQuery query, boolean byNumber) {
        return query.view().condition()
                + (query.status() == null ? "" : " and c.status_reason = :status")
                + (byNumber ? " and translate(c.number, 'OIL', '011') = :number" : "");
    }

    private static String goingOn(boolean byAge, boolean downwards) {
        var beyond = downwards ? "<" : ">";
        return byAge ? " and c.id " + beyond + " :id" : " and (c.changed_at, c.id) " + beyond + " (:changed, :id)";
    }

    private static String order(String table, boolean byAge, boolean downwards) {
        var direction = downwards ? " desc" : " asc";
        return (byAge ? "" : table + ".changed_at" + direction + ", ") + table + ".id" + direction;
    }
}
