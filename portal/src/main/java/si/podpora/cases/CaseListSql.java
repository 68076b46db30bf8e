package si.podpora.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of the customer's list. A page is merged from slices, each of which is the beginning of one
 * index: the own cases, those that the person takes part in, and those of every company that the person sees, by open or closed and, in columns of
 * few values, by value. So a page costs the same however many cases there are. A case of the own company
 * comes from two slices and is shown once.
 *
 * <p>Parameters: {@code me}, {@code companies}, {@code limit}; the place to go on from, {@code key} and
 * {@code id}; for columns of few values the slices {@code ranks}, {@code actives}, {@code values},
 * {@code froms}, {@code order}; for a search {@code words}, {@code walk} and {@code indexed}; where somebody may take part
 * from outside, {@code memberships}.
 */
final class CaseListSql {

    /** What distinguishes one statement from another. */
    record Shape(
            Use use,
            CaseListView view,
            CaseListSort sort,
            boolean descending,
            boolean company,
            boolean goingOn,
            boolean one) {

        /** The own cases of all companies, or of the one that is asked for. */
        String owned() {
            return one ? "(" + OWNED + " and c.company_id = :company)" : OWNED;
        }
    }

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

    private static final String WAITING = """
            (select count(*)
             from (select from cases c where requester_id = :me and status_reason = 'waiting_for_details' and OWN limit 100) w)\
            """.replace("OWN", CaseAccess.OWN);

    /** The own cases; those of companies that the person has left are none. */
    private static final String OWNED = "(c.requester_id = :me and " + CaseAccess.OWN + ")";

    private static final String TAKEN_PART =
            "select case_id from case_participant where person_id = :me and state = 'admitted'";

    private static final Map<Shape, String> KNOWN = new ConcurrentHashMap<>();

    private CaseListSql() {}

    static String of(Shape shape) {
        return KNOWN.computeIfAbsent(shape, CaseListSql::compose);
    }

    private static String compose(Shape shape) {
        return (switch (shape.use()) {
                    case PAGE -> """
                        select n.waiting, p.*
                        from (select {waiting} as waiting) n
                        left join lateral (
                            select distinct on (key, id) *
                            from (
                        {slices} ) s
                            order by key {direction}, id {direction}
                            limit :limit) p on true
                        order by p.key {direction}, p.id {direction}
                        """.replace("{slices}", slices(shape, "id, " + CaseListRow.COLUMNS, ":limit"));
                    case WALK ->
                        """
                        with walked as materialized (
                            select distinct on (key, id) id, key
                            from (
                        {slices} ) s
                            order by key {direction}, id {direction}
                            limit :walk)
                        select n.waiting, n.counted, e.end_id, {endKey}, p.*
                        from (select {waiting} as waiting, count(*) as counted from walked) n
                        left join lateral (
                            select id as end_id, key as end_key from walked
                            order by key {opposite}, id {opposite} limit 1) e on true
                        left join lateral (
                            select c.id, w.key, {columns}
                            from walked w
                            join case_search f on f.case_id = w.id and f.public_words @@ cast(:words as tsquery)
                            join cases c on c.id = w.id
                            where {readable}
                            order by w.key {direction}, w.id {direction}
                            limit :limit) p on true
                        order by p.key {direction}, p.id {direction}
                        """.replace("{slices}", slices(shape, "id", ":walk")).replace("{endKey}", endKey(shape.sort()));
                    case LOOKUP ->
                        """
                        with hits as materialized (
                            select case_id from case_search
                            where public_words @@ cast(:indexed as tsquery)
                              and ts_match_vq(public_words, cast(:words as tsquery))
                            limit {most} + 1)
                        select n.waiting, n.counted, p.*
                        from (select {waiting} as waiting, count(*) as counted from hits) n
                        left join lateral (
                            select id, key, {columns}
                            from hits h
                            -- "offset 0": one by one by its key, never along the order of the list
                            cross join lateral (
                                select k.*, {rank} as key from cases k where k.id = h.case_id offset 0) c
                            where {mine} and {inView} and {readable} {goingOn}
                            order by key {direction}, id {direction}
                            limit :limit) p on true
                        order by p.key {direction}, p.id {direction}
                        """.replace("{rank}", rank(shape.sort()))
                                .replace("{mine}", mine(shape))
                                .replace("{inView}", inView(shape))
                                .replace(
                                        "{goingOn}",
                                        shape.goingOn() ? "and " + goingOn(shape, "key", key(shape.sort())) : "")
                                .replace("{most}", Integer.toString(MOST_HITS));
                })
                .replace("{waiting}", WAITING)
                .replace("{readable}", CaseWords.READABLE)
                .replace("{columns}", CaseListRow.COLUMNS)
                .replace("{direction}", shape.descending() ? "desc" : "asc")
                .replace("{opposite}", shape.descending() ? "asc" : "desc");
    }

    private static String slices(Shape shape, String columns, String limit) {
        var scopes = new ArrayList<String>();
        var column = shape.sort().key();
        if (shape.view() == CaseListView.WAITING) {
            scopes.add(slice(
                    shape, columns, limit, "", shape.owned() + " and status_reason = 'waiting_for_details'", column));
        } else {
            if (shape.company()) {
                scopes.add(slice(
                        shape,
                        columns,
                        limit,
                        "unnest(cast(:companies as bigint[])) o (company) cross join ",
                        "company_id = o.company and active = a.active",
                        column));
            }
            if (shape.view() != CaseListView.COMPANY && !(shape.one() && shape.company())) {
                scopes.add(slice(shape, columns, limit, "", shape.owned() + " and active = a.active", column));
                // Few a person: each is looked up by its key.
                scopes.add(slice(
                        shape,
                        columns,
                        limit,
                        "(" + TAKEN_PART + ") t cross join ",
                        "id = t.case_id and active = a.active" + (shape.one() ? " and c.company_id = :company" : ""),
                        readable(shape.sort())));
            }
        }
        return String.join(" union all\n", scopes);
    }

    /** What a case is sorted by that somebody may take part in from outside: the place in the list tells it, too. */
    private static String readable(CaseListSort sort) {
        return sort == CaseListSort.REFERENCE
                ? "(case when company_id is null or company_id = any (cast(:memberships as bigint[]))" + " then "
                        + sort.key() + " else '' end)"
                : sort.key();
    }

    /** @param column what it is sorted by, in the words of the index that gives the order */
    private static String slice(
            Shape shape, String columns, String limit, String owners, String condition, String column) {
        var choice = shape.sort().kind() == CaseListSort.Kind.CHOICE;
        var from = choice
                ? "unnest(cast(:ranks as integer[]), cast(:actives as boolean[]), cast(:values as text[]),"
                        + " cast(:froms as bigint[])) a (rank, active, value, from_id)"
                : shape.view().actives() + " a (active)";
        var order = choice || shape.sort().kind() == CaseListSort.Kind.NUMBER
                ? "id {direction}"
                : column + " {direction}, id {direction}";
        var further = choice
                ? " and " + column + " = a.value and id " + beyond(shape) + " a.from_id"
                : shape.goingOn() ? " and " + goingOn(shape, column, key(shape.sort())) : "";
        return """
                select r.* from {owners}{from}
                cross join lateral (
                    select {columns}, {key} as key from cases c where {condition}{further}
                    order by {order} limit {limit}) r
                """.replace("{owners}", owners)
                .replace("{from}", from)
                .replace("{columns}", columns)
                .replace("{key}", choice ? "a.rank" : column)
                .replace("{condition}", condition)
                .replace("{further}", further)
                .replace("{order}", order)
                .replace("{limit}", limit);
    }

    /** Behind the place to go on from, in the index's own order. */
    private static String goingOn(Shape shape, String column, String key) {
        return shape.sort().kind() == CaseListSort.Kind.NUMBER
                ? "id " + beyond(shape) + " :id"
                : "(" + column + ", id) " + beyond(shape) + " (" + key + ", :id)";
    }

    private static String beyond(Shape shape) {
        return shape.descending() ? "<" : ">";
    }

    private static String key(CaseListSort sort) {
        return switch (sort.kind()) {
            case NUMBER -> "cast(:id as bigint)";
            case TEXT -> "cast(:key as text)";
            case TIME -> "cast(:key as timestamptz)";
            case CHOICE -> "cast(:key as integer)";
        };
    }

    private static String rank(CaseListSort sort) {
        return sort.kind() == CaseListSort.Kind.CHOICE
                ? "array_position(cast(:order as text[]), " + sort.key() + ")"
                : readable(sort);
    }

    /** How far a walk went, as {@link CaseListCursor} writes it. */
    private static String endKey(CaseListSort sort) {
        return switch (sort.kind()) {
            case NUMBER -> "'' as end_key";
            case TEXT -> "e.end_key";
            case TIME -> "cast(extract(epoch from e.end_key) * 1000000 as bigint) as end_key";
            case CHOICE -> "(cast(:order as text[]))[e.end_key] as end_key";
        };
    }

    private static String mine(Shape shape) {
        var own = shape.owned();
        var companies = "c.company_id = any (cast(:companies as bigint[]))";
        var others = " or c.id in (" + TAKEN_PART + ")" + (shape.one() ? " and c.company_id = :company" : "");
        return switch (shape.view()) {
            case WAITING -> own;
            case COMPANY -> companies;
            case ACTIVE, ALL, CLOSED -> "(" + own + (shape.company() ? " or " + companies : "") + others + ")";
        };
    }

    private static String inView(Shape shape) {
        return switch (shape.view()) {
            case ACTIVE -> "c.active";
            case CLOSED -> "not c.active";
            case WAITING -> "c.status_reason = 'waiting_for_details'";
            case ALL, COMPANY -> "true";
        };
    }

    /** A row of the slices: a value of a column of few values, where in it to begin, and its rank. */
    record Slice(int rank, boolean active, String value, long from) {}

    /** The slices of a column of few values as PostgreSQL's arrays. */
    static Map<String, String> arrays(List<Slice> slices) {
        return Map.of(
                "ranks", array(slices.stream().map(Slice::rank).toList()),
                "actives", array(slices.stream().map(Slice::active).toList()),
                "values", array(slices.stream().map(Slice::value).toList()),
                "froms", array(slices.stream().map(Slice::from).toList()));
    }

    static String array(List<?> values) {
        return values.toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
