package si.podpora.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseListSql.Shape;
import si.podpora.cases.CaseListSql.Use;
import si.podpora.web.SqlTime;

/** Finds the cases that a customer sees, page by page; the size of the table does not matter. */
@Component
class CaseList {

    /** A search looks at so many of the next cases first: common words are found among them. */
    private static final int FIRST_WALK = 200;
    /** How far it looks when the index of words knows too many hits. */
    private static final int LONG_WALK = 10_000;

    private final JdbcClient sql;
    private final CaseListOrder order;

    CaseList(JdbcClient sql, CaseListOrder order) {
        this.sql = sql;
        this.order = order;
    }

    /** The page that the address bar asks for. */
    CaseListPage page(Actor me, CaseListQuery asked, Locale locale) {
        var query = offered(me, asked);
        var found = find(me, query, locale);
        if (query.before() != null && found.rows().size() < query.size() && !query.searching()) {
            // Fewer than a page stand before: the beginning of the list is reached.
            return page(me, query.from(null), locale);
        }
        var sort = query.sort();
        var rows = found.rows();
        var first = rows.isEmpty() ? null : CaseListCursor.of(rows.getFirst(), sort);
        var last = rows.isEmpty() ? null : CaseListCursor.of(rows.getLast(), sort);
        var backwards = query.before() != null;
        var further = found.end() != null ? found.end() : found.more() ? last : null;
        var next = backwards ? last : further;
        var previous = backwards ? (found.more() ? first : null) : query.after() != null ? first : null;
        return new CaseListPage(
                query,
                rows,
                previous == null ? null : query.address("before", previous),
                next == null ? null : query.address("after", next),
                found.waiting(),
                !me.companiesSeen().isEmpty(),
                found.end() != null,
                me.memberships().size() > 1 ? me.memberships() : List.of());
    }

    /** The rows of a page in the list's order, and whether and where it goes on. */
    Found find(Actor me, CaseListQuery asked, Locale locale) {
        var query = offered(me, asked);
        var terms = query.searching() ? CaseSearchTerms.of(query.search()) : null;
        if (terms != null && terms.isEmpty()) {
            return new Found(List.of(), false, null, 0);
        }
        var fetched = terms == null ? fetch(Use.PAGE, me, query, locale, Map.of()) : search(terms, me, query, locale);
        var more = fetched.rows().size() > query.size();
        var rows = more ? fetched.rows().subList(0, query.size()) : fetched.rows();
        var end = more || query.before() != null ? null : fetched.end();
        return new Found(query.before() == null ? rows : rows.reversed(), more, end, fetched.waiting());
    }

    /**
     * @param more whether the list goes on behind these rows
     * @param end where a search stopped without having filled the page; null if it looked at everything
     */
    record Found(
            List<CaseListRow> rows, boolean more, @Nullable CaseListCursor end, int waiting) {}

    private Fetched search(CaseSearchTerms terms, Actor me, CaseListQuery query, Locale locale) {
        int step = Math.max(FIRST_WALK, 4 * query.size());
        var near = walk(step, terms, me, query, locale);
        if (near.rows().size() > query.size() || near.end() == null) {
            return near;
        }
        if (!terms.indexed().isEmpty()) {
            var indexed = "(" + CaseWords.scope(me) + ") & (" + terms.indexed() + ")";
            var known = fetch(Use.LOOKUP, me, query, locale, Map.of("words", terms.words(), "indexed", indexed));
            if (known.counted() <= CaseListSql.MOST_HITS) {
                return known;
            }
        }
        return walk(LONG_WALK, terms, me, query, locale);
    }

    private Fetched walk(int step, CaseSearchTerms terms, Actor me, CaseListQuery query, Locale locale) {
        var walked = fetch(Use.WALK, me, query, locale, Map.of("words", terms.words(), "walk", step));
        return walked.counted() < step ? walked.endless() : walked;
    }

    /** What the database is asked; a test reads the plans of these statements. */
    Statement statement(Use use, Actor me, CaseListQuery query, Locale locale, Map<String, ?> more) {
        var place = query.before() != null ? query.before() : query.after();
        var descending = query.descending() != (query.before() != null);
        var only = query.company();
        var company = only == null
                ? !me.companiesSeen().isEmpty()
                : me.companiesSeen().contains(only);
        var shape = new Shape(use, query.view(), query.sort(), descending, company, place != null, only != null);
        var parameters = new HashMap<String, Object>(more);
        parameters.put("me", me.id());
        parameters.put("companies", only == null ? CaseAccess.companies(me) : "{" + only + "}");
        parameters.put("memberships", CaseListSql.array(me.companies()));
        if (only != null) {
            parameters.put("company", only);
        }
        parameters.put("limit", query.size() + 1);
        if (query.sort().kind() == CaseListSort.Kind.CHOICE) {
            parameters.putAll(CaseListSql.arrays(order.slices(query, descending, place, locale)));
            parameters.put("order", CaseListSql.array(order.codes(query.sort(), locale)));
        }
        if (place != null) {
            parameters.put("id", place.id());
            parameters.put("key", key(query.sort(), place, locale));
        }
        return new Statement(CaseListSql.of(shape), parameters);
    }

    record Statement(String sql, Map<String, Object> parameters) {}

    private Fetched fetch(Use use, Actor me, CaseListQuery query, Locale locale, Map<String, ?> more) {
        var statement = statement(use, me, query, locale, more);
        return sql.sql(statement.sql()).params(statement.parameters()).query(rows -> {
            var fetched = Fetched.NOTHING;
            var list = new ArrayList<CaseListRow>(query.size() + 1);
            while (rows.next()) {
                if (list.isEmpty()) {
                    fetched = Fetched.head(use, rows);
                }
                if (rows.getLong("id") != 0) {
                    list.add(shown(me, CaseListRow.of(rows, query.sort())));
                }
            }
            return fetched.with(list);
        });
    }

    /** Whoever takes part from outside the company does not read its reference; own cases are of own companies. */
    private static CaseListRow shown(Actor me, CaseListRow row) {
        return row.companyId() == null || me.companies().contains(row.companyId()) ? row : row.forOutsiders();
    }

    private Object key(CaseListSort sort, CaseListCursor place, Locale locale) {
        return switch (sort.kind()) {
            case NUMBER -> place.id();
            case TEXT -> place.key();
            case TIME -> SqlTime.of(place.time());
            case CHOICE -> order.rank(sort, locale, place.key());
        };
    }

    private static CaseListQuery offered(Actor me, CaseListQuery query) {
        var company = query.company();
        if (company != null && !me.companies().contains(company)) {
            return offered(me, query.of((Long) null));
        }
        var sees = company == null
                ? !me.companiesSeen().isEmpty()
                : me.companiesSeen().contains(company);
        return query.view() == CaseListView.COMPANY && !sees ? query.viewing(CaseListView.ACTIVE) : query;
    }

    /**
     * What a statement brought.
     *
     * @param counted cases walked by, or hits in the index of words
     * @param end the last case that was walked by
     */
    private record Fetched(
            List<CaseListRow> rows, int counted, @Nullable CaseListCursor end, int waiting) {

        static final Fetched NOTHING = new Fetched(List.of(), 0, null, 0);

        static Fetched head(Use use, ResultSet row) throws SQLException {
            var end = use == Use.WALK && row.getLong("end_id") != 0
                    ? new CaseListCursor(row.getString("end_key"), row.getLong("end_id"))
                    : null;
            return new Fetched(List.of(), use == Use.PAGE ? 0 : row.getInt("counted"), end, row.getInt("waiting"));
        }

        Fetched with(List<CaseListRow> found) {
            return new Fetched(found, counted, end, waiting);
        }

        Fetched endless() {
            return new Fetched(rows, counted, null, waiting);
        }
    }
}
