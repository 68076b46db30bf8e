package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.accounts.Memberships;
import si.podpora.cases.CaseType;
import si.podpora.cases.NewCase;
import si.podpora.cases.StatusReason;

/** A case on the help desk's page: who asks, what was said, and what can be done. */
class DeskCaseTests extends DeskTests {

    @Autowired
    private Memberships memberships;

    @Test
    void customersComeNowhereNearIt() {
        var number = submitted(janez(), "Ura ne žiga");
        for (var path : List.of(path(number), path(number) + "/customer", path(number) + "/fields", "/desk")) {
            assertThat(as("janez").get(path).status()).as(path).isEqualTo(403);
            assertThat(visitor().get(path).location()).as(path).startsWith("/sign-in");
        }
        for (var action : List.of(
                "notes",
                "replies",
                "presence",
                "presence-removal",
                "note/draft-removal",
                "assignment",
                "status",
                "fields")) {
            assertThat(as("janez").post(path(number) + "/" + action).status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(column(number, "owner_name")).isEmpty();
    }

    @Test
    void aCaseThatDoesNotExistIsNotFound() {
        assertThat(asAna().get("/desk/cases/CAS-99999-AAAAAA").status()).isEqualTo(404);
        assertThat(asAna().get("/desk/cases/x").status()).isEqualTo(404);
    }

    @Test
    void itShowsWhoAsksAndWhatElseIsOpenThere() {
        var number = submitted(janez(), "Ura ne žiga");
        var other = submitted(janez(), "Drugi zahtevek");
        handling.changeStatus(ana(), submitted(janez(), "Zaključen"), StatusReason.WORK_COMPLETED);
        submitted(boris(), "Od drugih");

        var page = asAna().get(path(number));
        assertThat(page.text())
                .contains("Janez Novak", "janez@kupec.example", "+386 1 234 56 78", "Kovinar d.o.o.", "Drugi zahtevek")
                .doesNotContain("Zaključen v", "Od drugih");
        assertThat(page.page().select(".desk-others:not(.desk-earlier) a").eachAttr("href"))
                .containsExactly(path(other));
        assertThat(page.page().select(".desk-earlier a").eachText()).containsExactly("Zaključen");
    }

    @Test
    void itShowsWhatTheCompanyHasAndWhatIsLeftOfIt() {
        var janez = janez();
        var company = cast.kovinar();
        sql.sql("""
                with s as (insert into customer_system (company_id, identification_number, name, product)
                           values (:company, 'KOV-01', 'Vhod', 'Time & Space')),
                     d as (insert into device (company_id, serial_number, product, warranty_until)
                           values (:company, 'ZT1', 'Zone Touch', '2040-01-31'))
                insert into entitlement (company_id, name, kind, valid_from, valid_until, hours_total, hours_used)
                values (:company, 'Ure', 'hours', '2000-01-01', '2040-12-31', 10, 2.5),
                       (:company, 'Pogodba', 'contract', '2000-01-01', '2040-12-31', null, 0),
                       (:company, 'Stara', 'contract', '2000-01-01', '2001-12-31', null, 0)
                """).param("company", company).update();
        var mine = sql.sql("select id from entitlement where name = 'Ure'")
                .query(Long.class)
                .single();
        var number = cases.submit(
                janez,
                new NewCase(
                        UUID.randomUUID(),
                        CaseType.SUPPORT,
                        "Ura ne žiga",
                        "",
                        mine,
                        "",
                        null,
                        "",
                        "",
                        null,
                        List.of()));

        var page = asAna().get(path(number));
        assertThat(page.text())
                .contains("KOV-01", "ZT1", "Garancija do 31. 1. 2040", "Ure tega zahtevka še 7,5 ure")
                .contains("Pogodba velja do 31. 12. 2040", "Vsi zahtevki podjetja", "Jezik: slovenščina")
                .doesNotContain("Stara");
        assertThat(page.page().select("a[href=/desk/companies/" + company + "]"))
                .isNotEmpty();

        sql.sql("update entitlement set ended_at = now()").update();
        assertThat(asAna().get(path(number)).text()).contains("ne velja").doesNotContain("Pogodba velja");
    }

    @Test
    void oneTakesACaseGivesItToAColleagueAndReleasesIt() {
        gregor();
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();
        var page = ana.get(path(number));

        ana.submit(page, path(number) + "/assignment");
        assertThat(column(number, "owner_name")).isEqualTo("Ana Vidmar");
        assertThat(mails()).containsExactly("janez@kupec.example");

        ana.post(path(number) + "/assignment", "owner", Long.toString(gregor().id()), "reason", "Ve več o urnikih");
        assertThat(column(number, "owner_name")).isEqualTo("Gregor Berčič");

        ana.post(path(number) + "/assignment", "owner", "", "reason", "Ni bil pravi");
        assertThat(column(number, "owner_name")).isEmpty();
        assertThat(ana.get(path(number)).text()).contains("Lastnik zahtevka je zdaj Gregor Berčič");
    }

    @Test
    void nobodyButStaffCanBeGivenACase() {
        var number = submitted(janez(), "Ura ne žiga");
        var answer = asAna().post(path(number) + "/assignment", "owner", Long.toString(janez().id()));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(column(number, "owner_name")).isEmpty();
    }

    @Test
    void theStatusIsSetAndTheCustomerTold() {
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();

        ana.submit(ana.get(path(number)), path(number) + "/status", "status", "WAITING_FOR_DETAILS");

        assertThat(column(number, "status_reason")).isEqualTo("waiting_for_details");
        assertThat(mails()).containsExactly("janez@kupec.example");
        assertThat(ana.get(path(number)).page().select(".event").text()).contains("Čakanje na podrobnosti");
        assertThat(ana.post(path(number) + "/status", "status", "nonsense").status())
                .isEqualTo(404);
    }

    @Test
    void theCustomersViewIsOfferedWhileTheCustomerSeesTheCase() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        assertThat(ana.get(path(number)).page().select("a[href$=/customer]")).hasSize(1);
        sql.sql("update membership set state = 'ended'").update();
        assertThat(ana.get(path(number)).page().select("a[href$=/customer]")).isEmpty();
        assertThat(ana.get(path(number) + "/customer").status()).isEqualTo(404);
    }

    @Test
    void whoWaitsToBeAdmittedIsSaidBesideTheCase() {
        var number = submitted(cast.actor(cast.nina()), "Kako začnemo?");
        memberships.request(cast.kovinar(), cast.nina());
        var page = asAna().get(path(number)).page();
        assertThat(page.select("#facts a[href=/desk/memberships]").text()).isEqualTo("čaka na sprejem: Kovinar d.o.o.");
    }

    @Test
    void aStatusThatAColleagueHasChangedMeanwhileIsNotUndone() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var stale = ana.get(path(number));
        gregor();
        as("gregor").post(path(number) + "/status", "status", "WAITING_FOR_DETAILS");

        var told = ana.follow(ana.submit(stale, path(number) + "/status", "status", "RESEARCHING"));

        assertThat(told.page().select(".notice").text()).contains("Stanje je medtem spremenil nekdo drug");
        assertThat(column(number, "status_reason")).isEqualTo("waiting_for_details");
        ana.submit(told, path(number) + "/status", "status", "RESEARCHING");
        assertThat(column(number, "status_reason")).isEqualTo("researching");
    }
}
