package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Plans;
import si.podpora.PortalTests;
import si.podpora.cases.CaseRows;

/** Whose session it is costs the same however many people there are and however few are signed in. */
class SessionPlanTests extends PortalTests {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    @Test
    void aSessionReadsNobodyButItsPerson() {
        // The sessions that the planner knows of are those of the first people; the reader came last.
        for (var first : List.of(cast.janez(), cast.jana(), cast.marija())) {
            as(cast.actor(first).firstName().toLowerCase(Locale.ROOT));
        }
        CaseRows.of(sql, transaction).crowd(5_000);
        sql.sql("vacuum analyze").update();
        cast.ana();
        var ana = as("ana");
        var plans = new Plans(database);
        plans.check(
                "/profile",
                statements.executedDuring(
                        () -> assertThat(ana.get("/profile").status()).isEqualTo(200)),
                100);
        assertThat(plans.findings()).isEmpty();
    }
}
