package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Plans;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseListSql.Use;

/** Reads the plans of the list's statements in a full database: nothing is scanned, nothing grows with it. */
class CaseListPlanTests extends CasesTests {

    private static final Locale SLOVENIAN = Locale.of("sl");

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CaseWords words;

    @Autowired
    private CaseList list;

    @Autowired
    private DataSource database;

    private @Nullable Plans plans;

    @Test
    void noStatementReadsMoreThanItsPageNeedsHoweverManyCasesThereAre() {
        var rows = new CaseRows(sql, transaction, words);
        var many = rows.crowd(500);
        var big = rows.crowd(1);
        var small = rows.crowd(1);
        rows.inBulk(() -> {
            rows.fill(many, 20_000);
            rows.fill(big, 100_000);
            rows.fill(small, 3);
            everybodyTakesPartInSome();
        });
        for (var company : List.of(big.first(), small.first(), many.first())) {
            checkAll(cast.actor(rows.overseer(company)));
        }
        assertThat(plans().findings()).isEmpty();
    }

    private void everybodyTakesPartInSome() {
        sql.sql("""
                insert into case_participant (case_id, person_id, state, outside, added_by, added_at)
                select c.id, p.id, 'admitted', true, p.id, now()
                from (select id, row_number() over (order by id) as n from cases where id % 10 = 0) c
                join (select id, row_number() over (order by id) as n, count(*) over () as k from person) p
                  on p.n = c.n % p.k + 1
                """).update();
    }

    private void checkAll(Actor me) {
        for (var view : CaseListView.values()) {
            for (var sort : CaseListSort.values()) {
                for (var direction : List.of("", "-")) {
                    var query = CaseListQuery.of(Map.of("view", view.code(), "sort", direction + sort.code()));
                    check(Use.PAGE, me, query, 800, Map.of());
                    check(Use.WALK, me, query, 6_000, Map.of("walk", 200, "words", "'registrator':*"));
                    check(Use.LOOKUP, me, query, 6_100, lookup(me, "'sn100777':*"));
                    check(Use.LOOKUP, me, query, 6_100, lookup(me, "'registrator':* & 'zalah':*"));
                    var rows = list.find(me, query, SLOVENIAN).rows();
                    if (!rows.isEmpty()) {
                        var place = CaseListCursor.of(rows.getLast(), sort);
                        check(Use.PAGE, me, query.from(place), 800, Map.of());
                        check(Use.PAGE, me, query.from(place).sized(500), 12_200, Map.of());
                    }
                }
            }
        }
    }

    private static Map<String, Object> lookup(Actor me, String terms) {
        return Map.of("words", terms, "indexed", "(" + CaseWords.scope(me) + ") & (" + terms + ")");
    }

    private void check(Use use, Actor me, CaseListQuery query, long most, Map<String, ?> more) {
        var statement = list.statement(use, me, query, SLOVENIAN, more);
        var what = use + " " + query.view() + " " + query.sortCode() + " of " + me.id();
        plans().check(what, statement.sql(), statement.parameters(), most);
    }

    private Plans plans() {
        if (plans == null) {
            plans = new Plans(database);
        }
        return plans;
    }
}
