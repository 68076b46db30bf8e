package si.podpora.helpdesk.companies;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Plans;
import si.podpora.PortalTests;
import si.podpora.Visitor;
import si.podpora.cases.CaseRows;

/** Reads the plans of the list of companies with twenty thousand of them: no page reads more than it shows. */
class CompanyListPlanTests extends PortalTests {

    private static final int COMPANIES = 20_000;

    /** Fifty companies and one more, each with its people and open cases counted. */
    private static final long PAGE = 1_500;

    /** A word that every tenth company bears: the next five hundred are passed by, then those that bear it are looked up. */
    private static final long COMMON = 500 * 3 + COMPANIES / 10 * 3;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    @Test
    void noPageReadsMoreThanItShowsHoweverManyCompaniesThereAre() {
        var rows = CaseRows.of(sql, transaction);
        var crowd = rows.crowd(COMPANIES);
        rows.inBulk(() -> rows.fill(crowd, 40_000));
        sql.sql("update company set state = 'to_be_checked' where id % 100 = 7").update();
        sql.sql("vacuum analyze").update();
        cast.ana();
        var ana = as("ana");
        var plans = new Plans(database);
        check(ana, plans, "/desk/companies", PAGE);
        check(ana, plans, next(ana, "/desk/companies"), PAGE);
        check(ana, plans, next(ana, next(ana, "/desk/companies")), PAGE);
        check(ana, plans, "/desk/companies?unchecked=true", PAGE);
        check(ana, plans, next(ana, "/desk/companies?unchecked=true"), PAGE);
        check(ana, plans, "/desk/companies?q=nikjer", PAGE);
        check(ana, plans, "/desk/companies?q=kovinar+1077", PAGE);
        check(ana, plans, "/desk/companies?q=kovinar", COMMON);
        check(ana, plans, next(ana, "/desk/companies?q=kovinar"), COMMON);
        check(ana, plans, "/desk/companies?q=d.+o.+o.", COMMON);
        check(ana, plans, "/desk/companies/" + crowd.first(), PAGE);
        check(ana, plans, "/desk/companies/" + crowd.last(), PAGE);
        assertThat(plans.findings()).isEmpty();
    }

    private void check(Visitor ana, Plans plans, String address, long most) {
        plans.check(
                address,
                statements.executedDuring(
                        () -> assertThat(ana.get(address).status()).as(address).isEqualTo(200)),
                most);
    }

    private static String next(Visitor ana, String address) {
        var next = ana.get(address).page().select("[rel=next]").attr("href");
        assertThat(next).as(address).isNotEmpty();
        return next;
    }
}
