package si.podpora.helpdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Assigning cases on their page: suggestions, and what somebody has already. */
class AssignmentTests extends AssignmentStage {

    @Test
    void theCasesPageSuggestsWithReasonsAndOneClickAssigns() {
        skill("Pristop", "zone touch", gregor);
        var number = submitted("Ne dela", "KOV-01");
        var browser = as("ana");
        var path = "/desk/cases/" + number;
        var page = browser.get(path);
        assertThat(page.page().select(".assign-best").eachText().getFirst())
                .contains("Dodeli: Gregor Berčič", "Znanje za izdelek: Pristop", "Govori jezik stranke (slovenščina)")
                .contains("0 odprtih zahtevkov", "Danes na voljo");
        browser.post(path + "/assignment", "owner", Long.toString(gregor));
        assertThat(owner(number)).isEqualTo("Gregor Berčič");
        assertThat(browser.get(path).page().select(".assign-best")).isEmpty();
    }

    @Test
    void whatSomebodyHasChangesHandsOnlyWithAReasonThatTheCustomerDoesNotSee() {
        var number = submitted("Ne dela", "");
        var path = "/desk/cases/" + number;
        give(number, gregor);
        var browser = as("ana");
        var asked = browser.post(path + "/assignment", "owner", Long.toString(ana), "reason", "");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page().select("#reason").attr("aria-invalid")).isEqualTo("true");
        assertThat(owner(number)).isEqualTo("Gregor Berčič");

        clock.forward(Duration.ofMinutes(1));
        sql.sql("delete from outgoing_mail").update();
        var done = browser.submit(asked, path + "/assignment", "reason", "Gregor je na terenu do petka");
        assertThat(browser.follow(done).text()).contains("Gregor je na terenu do petka");
        assertThat(owner(number)).isEqualTo("Ana Vidmar");
        clock.forward(Duration.ofMinutes(10));
        assertThat(as("janez").get("/cases/" + number).text())
                .contains("Ana Vidmar")
                .doesNotContain("terenu");
        assertThat(browser.get(path + "/customer").text()).doesNotContain("terenu");
        assertThat(sql.sql("select count(*) from outgoing_mail where html like '%terenu%' or text like '%terenu%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(browser.post(path + "/assignment", "owner", "", "reason", " ")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(path + "/assignment", "owner", "", "reason", "x".repeat(501))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(path + "/assignment", "owner", "", "reason", "Ni moje področje")
                        .status())
                .isEqualTo(303);
        assertThat(owner(number)).isEmpty();
    }

    @Test
    void whoComesSecondIsToldWhoHasTheCase() {
        var number = submitted("Ne dela", "");
        var path = "/desk/cases/" + number;
        var second = as("ana");
        var stale = second.get(path + "/assignment");
        give(number, gregor);
        var told = second.submit(stale, path + "/assignment", "owner", Long.toString(ana));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.page().expectFirst("#reason-error").text()).contains("Gregor Berčič");
        assertThat(owner(number)).isEqualTo("Gregor Berčič");
    }
}
