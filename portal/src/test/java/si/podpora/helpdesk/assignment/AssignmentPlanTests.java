package si.podpora.helpdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Plans;
import si.podpora.PortalTests;
import si.podpora.cases.CaseRows;

/** Whom a case could be given to is found at the same cost in a full database: the loads are counted by index. */
class AssignmentPlanTests extends PortalTests {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    @Test
    void theSuggestionReadsNoMoreThanItCounts() {
        cast.ana();
        cast.vesna();
        var rows = CaseRows.of(sql, transaction);
        var big = rows.crowd(1);
        rows.inBulk(() -> rows.fill(big, 100_000));
        var unowned = sql.sql("select number from cases where owner_id is null and active order by id desc limit 1")
                .query(String.class)
                .single();
        var ana = as("ana");

        var ran = statements.executedDuring(
                () -> assertThat(ana.get("/desk/cases/" + unowned).status()).isEqualTo(200));

        var staff = sql.sql("select count(*) from person where staff_role is not null")
                .query(Long.class)
                .single();
        var plans = new Plans(database);
        plans.check("case", ran, 200 + staff * (Candidates.MOST_COUNTED + Candidates.MOST_KNOWN + 10));
        assertThat(plans.findings()).isEmpty();
    }
}
