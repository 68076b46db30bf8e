package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** The help desk admits people to companies, and confirms the companies that they named. */
class PendingMembersTests extends RegistrationTests {

    @Test
    void theHelpDeskAdmitsWithARole() {
        cast.ana();
        var company = cast.kovinar();
        redeems(visitor(), invited("company", "Kovinarstvo"));
        var ana = as("ana");
        var page = ana.get("/desk/memberships");
        assertThat(page.text())
                .contains("Tina Mlakar", "Kovinar d.o.o.", "SI 15012557", "Oseba je vpisala: Kovinarstvo");
        var tina = one(Long.class, "select id from person where username = 'tina'");

        var answer = ana.submit(page, "/desk/memberships/" + company + "/" + tina + "/admission", "role", "company");
        assertThat(ana.follow(answer).text()).contains("Oseba je sprejeta v podjetje", "Nihče ne čaka na sprejem");
        assertThat(one(String.class, "select state || ' ' || role from membership where person_id = " + tina))
                .isEqualTo("admitted company");
        assertThat(lastMail().to()).isEqualTo(TINA);

        var again = ana.submit(page, "/desk/memberships/" + company + "/" + tina + "/admission", "role", "own");
        assertThat(ana.follow(again).text()).contains("O tej osebi je nekdo že odločil.", "Nihče ne čaka na sprejem");
        assertThat(one(String.class, "select state || ' ' || role from membership where person_id = " + tina))
                .isEqualTo("admitted company");
        assertThat(ana.post("/desk/memberships/" + company + "/" + cast.nina() + "/admission", "role", "own")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoWaitsChoosesAnEntitlementOnlyAfterTheAdmission() {
        cast.kovinar();
        var tina = visitor();
        redeems(tina, invited());
        assertThat(tina.get("/cases/new").page().select("#entitlement-help").text())
                .isEqualTo("Upravičenost boste lahko izbrali, ko vas podjetje sprejme. Zahtevek lahko oddate že zdaj.");
        sql.sql("update membership set state = 'admitted'").update();
        assertThat(tina.get("/cases/new").page().select("#entitlement-help").text())
                .startsWith("Vaše podjetje trenutno nima");
    }

    @Test
    void theHelpDeskRefuses() {
        cast.ana();
        var company = cast.kovinar();
        redeems(visitor(), invited());
        var tina = one(Long.class, "select id from person where username = 'tina'");
        var ana = as("ana");
        ana.submit(ana.get("/desk/memberships"), "/desk/memberships/" + company + "/" + tina + "/refusal");
        assertThat(ana.get("/desk/memberships").text()).contains("Nihče ne čaka na sprejem");
        assertThat(one(String.class, "select state from membership where person_id = " + tina))
                .isEqualTo("ended");
    }

    @Test
    void aCompanyToBeCheckedIsConfirmedUnderItsRightName() {
        cast.ana();
        redeems(visitor(), invited("company", "novo", "taxNumber", "26808498"));
        var company = one(Long.class, "select id from company where tax_number = '26808498'");
        var ana = as("ana");
        var page = ana.get("/desk/memberships");
        assertThat(page.text()).contains("Podjetje je treba preveriti", "Podjetja za preverjanje");
        ana.submit(page, "/desk/companies/" + company + "/confirmation", "name", "Novo d.o.o.");
        assertThat(one(String.class, "select name || ' ' || state from company where id = " + company))
                .isEqualTo("Novo d.o.o. active");
    }

    @Test
    void manyWaitingPeopleAndManyCompaniesArePagedByKeyEachForItself() {
        cast.ana();
        sql.sql("""
                with c as (insert into company (name, country, tax_number, state, created_at)
                    select 'Podjetje ' || i, 'US', i::text, 'to_be_checked', :now from generate_series(1, 51) i
                    returning id, tax_number),
                p as (insert into person (salutation, first_name, last_name, email, username, language, time_zone,
                        password_hash, password_changed_at, created_at)
                    select 'none', 'Oseba', tax_number, 'o' || tax_number || '@x.example', 'o' || tax_number, 'sl',
                        'Europe/Ljubljana', '', :now, :now from c returning id, last_name)
                insert into membership (company_id, person_id, role, state, requested_at)
                select c.id, p.id, 'own', 'pending', :now from c join p on p.last_name = c.tax_number
                """).param("now", si.podpora.web.SqlTime.of(clock.instant())).update();
        var ana = as("ana");
        var first = ana.get("/desk/memberships");
        assertThat(people(first)).hasSize(50);
        assertThat(companies(first)).hasSize(50);

        var morePeople = ana.get(first.page().select("main a[href*='after=']").attr("href"));
        assertThat(people(morePeople)).hasSize(1).doesNotContainAnyElementsOf(people(first));
        assertThat(companies(morePeople)).isEmpty();

        var moreCompanies =
                ana.get(first.page().select("main a[href*='afterCompany=']").attr("href"));
        assertThat(companies(moreCompanies)).hasSize(1).doesNotContainAnyElementsOf(companies(first));
        assertThat(people(moreCompanies)).isEmpty();
        assertThat(moreCompanies.page().select("main a[href=/desk/memberships]").eachText())
                .contains("Vse osebe, ki čakajo");
        assertThat(moreCompanies.text()).doesNotContain("Nihče ne čaka");
        assertThat(ana.get("/desk/memberships?afterCompany=x").status()).isEqualTo(404);
    }

    @Test
    void anAddressOfAPageThatSomebodyHasChangedLeadsNowhere() {
        cast.ana();
        var ana = as("ana");
        assertThat(ana.get("/desk/memberships?after=x").status()).isEqualTo(404);
        assertThat(ana.get("/desk/memberships?after=2020-12-15T09:06:00Z~1~2").status())
                .isEqualTo(200);
    }

    private static List<String> people(Visitor.Answer page) {
        return page.page().select("form[action$=/admission]").eachAttr("action");
    }

    private static List<String> companies(Visitor.Answer page) {
        return page.page().select("form[action$=/confirmation]").eachAttr("action");
    }
}
