package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Plans;
import si.podpora.Visitor;
import si.podpora.cases.CaseRows;

/** Reads the plans of the queue's statements with a hundred thousand cases: nothing is scanned. */
class QueuePlanTests extends QueueStage {

    /** Two pages of rows with what belongs to each, and a menu's counts. */
    private static final long PAGE = 1_200;

    /** A column that a small view has no index of its own for: its cases are read and sorted, or filtered. */
    private static final long SORTED = 12_000;

    private static final long SEARCH = 12_000;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    @Test
    void noPageOfTheQueueReadsMoreThanItNeedsHoweverManyCasesThereAre() {
        var rows = CaseRows.of(sql, transaction);
        var crowd = rows.crowd(500);
        rows.inBulk(() -> rows.fill(crowd, 100_000));
        tagEveryTwentieth();
        var ana = asAna();
        sql.sql("""
                insert into desk_view (person_id, name, place, base, status_reason, type, sort, columns, tag_id, company_id,
                    created_at)
                select :ana, 'Pogled ' || i, i, 'active', case i when 1 then 'researching' else '' end,
                    case i when 2 then 'repair' else '' end, '-changed', 'title', case i when 3 then 1 end,
                    case i when 4 then :company end, now()
                from generate_series(1, 4) i
                """).param("ana", cast.ana()).param("company", crowd.first()).update();
        var plans = new Plans(database);
        for (var view : QueueView.values()) {
            for (var column : QueueColumn.values()) {
                for (var direction : new String[] {"", "-"}) {
                    var address = "/desk?view=" + view.code() + "&sort=" + direction + column.code();
                    check(ana, plans, address, usual(view, column) ? PAGE : SORTED);
                }
            }
            var first = ana.get("/desk?view=" + view.code());
            var next = link(first, "next");
            if (!next.isEmpty()) {
                check(ana, plans, next, PAGE);
            }
        }
        for (int i = 1; i <= 4; i++) {
            check(ana, plans, "/desk?saved=" + i, SORTED);
        }
        check(ana, plans, "/desk/views/counts", 4 * 3 * SavedViewCounts.WALK);
        for (var address : new String[] {
            "/desk?tag=1",
            "/desk?tag=2",
            "/desk?q=registrator",
            "/desk?q=registrator+zalah",
            "/desk?q=sn100777",
            "/desk?q=CAS-00777",
            "/desk?q=nikjer",
            "/desk?q=terminal",
            "/desk?view=active&owner=none",
            "/desk?view=active&owner=" + cast.ana(),
            "/desk?view=all&company=" + crowd.first(),
            "/desk/views",
            "/desk/views/new"
        }) {
            check(ana, plans, address, SEARCH);
        }
        assertThat(plans.findings()).isEmpty();
    }

    /** Whether an index of the view's own gives this order. */
    private static boolean usual(QueueView view, QueueColumn column) {
        return switch (view) {
            case ACTIVE, CLOSED, ALL, WAITING -> true;
            case TRIAGE, UNASSIGNED, MINE, SILENT, REPAIRS ->
                switch (view.order(column)) {
                    case NUMBER, CREATED, CHANGED -> true;
                    case SPOKEN -> view == QueueView.SILENT || view == QueueView.REPAIRS;
                    default -> false;
                };
        };
    }

    private void check(Visitor ana, Plans plans, String address, long most) {
        plans.check(
                address,
                statements.executedDuring(
                        () -> assertThat(ana.get(address).status()).as(address).isEqualTo(200)),
                most);
    }

    private void tagEveryTwentieth() {
        cast.ana();
        sql.sql("""
                insert into tag (name, created_by, created_at)
                select 'oznaka ' || i, :ana, now() from generate_series(1, 200) i
                """).param("ana", cast.ana()).update();
        sql.sql("""
                insert into case_tag (case_id, tag_id)
                select id, case when id % 10000 = 0 then 2 else 1 + (id / 20) % 200 end from cases where id % 20 = 0
                on conflict do nothing
                """).update();
        sql.sql("vacuum analyze").update();
    }
}
