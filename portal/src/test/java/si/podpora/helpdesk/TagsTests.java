package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tags of the help desk on cases. */
class TagsTests extends QueueStage {

    @Test
    void aTagComesIntoBeingWithItsFirstUseAndIsShownOnTheCaseAndInTheQueue() {
        var number = submitted(janez(), "Ta");
        var ana = asAna();

        var answer = ana.submit(ana.get(path(number)), path(number) + "/tags", "name", "  Nujno   danes ");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(ana.get(path(number)).page().select("#tags .tag a").eachText())
                .containsExactly("Nujno danes");
        assertThat(ana.get("/desk").page().select(".queue .tag").eachText()).containsExactly("Nujno danes");
    }

    @Test
    void bigAndSmallLettersAreOneTag() {
        var first = submitted(janez(), "Prvi");
        var second = submitted(boris(), "Drugi");
        submitted(boris(), "Tretji");
        var ana = asAna();
        tagged(ana, first, "Čitalnik");
        tagged(ana, second, "čitalnik");
        tagged(ana, second, "ČITALNIK");

        var tag = ana.get("/desk").page().selectFirst(".queue .tag");

        assertThat(sql.sql("select count(*) from tag").query(Long.class).single())
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(tag).text()).isEqualTo("Čitalnik");
        assertThat(titles(ana.get(tag.attr("href")))).containsExactlyInAnyOrder("Prvi", "Drugi");
        assertThat(ana.get(tag.attr("href")).page().select(".queue-filters").text())
                .contains("Oznaka: Čitalnik");
    }

    @Test
    void aTagIsTakenOff() {
        var number = submitted(janez(), "Ta");
        var ana = asAna();
        tagged(ana, number, "nujno");
        tagged(ana, number, "servis");
        var page = ana.get(path(number));

        ana.submit(page, page.page().expectFirst("#tags form[action$=/removal]").attr("action"));

        assertThat(ana.get(path(number)).page().select("#tags .tag a").eachText())
                .containsExactly("servis");
    }

    @Test
    void whatIsNoTagIsRefused() {
        var number = submitted(janez(), "Ta");
        var ana = asAna();
        for (var typed : new String[] {"", "  ", "?!", "x".repeat(41)}) {
            tagged(ana, number, typed);
        }
        assertThat(ana.get(path(number)).page().select("#tags .tag")).isEmpty();
        for (int i = 0; i < 25; i++) {
            tagged(ana, number, "oznaka " + i);
        }
        assertThat(ana.get(path(number)).page().select("#tags .tag")).hasSize(Tags.MOST_ON_A_CASE);
    }

    @Test
    void namesAreSuggestedByTheirBeginning() {
        var number = submitted(janez(), "Ta");
        var ana = asAna();
        tagged(ana, number, "Nujno");
        tagged(ana, number, "nu_ja");
        tagged(ana, number, "servis");

        assertThat(ana.get("/desk/tags?q=NU").body()).isEqualTo("[\"nu_ja\",\"Nujno\"]");
        assertThat(ana.get("/desk/tags?q=nu_").body()).isEqualTo("[\"nu_ja\"]");
        assertThat(ana.get("/desk/tags?q=%25").body()).isEqualTo("[]");
    }

    @Test
    void aCustomerNeverSeesNorSetsATag() {
        var number = submitted(janez(), "Ta");
        tagged(asAna(), number, "Sitnež");
        var janez = as("janez");

        for (var page : new String[] {"/cases", "/cases/" + number, "/cases/" + number + "/print", "/cases?q=sitnez"}) {
            assertThat(janez.get(page).body()).as(page).doesNotContainIgnoringCase("Sitnež");
        }
        assertThat(asAna().get(path(number) + "/customer").body()).doesNotContain("Sitnež");
        assertThat(janez.post(path(number) + "/tags", "name", "moja").status()).isEqualTo(403);
        assertThat(janez.post(path(number) + "/tags/1/removal").status()).isEqualTo(403);
        assertThat(janez.get("/desk/tags?q=s").status()).isEqualTo(403);
        assertThat(sql.sql("select count(*) from case_tag").query(Long.class).single())
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from outgoing_mail where html ilike '%sitne%' or text ilike '%sitne%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCaseThatDoesNotExistTakesNoTag() {
        assertThat(asAna().post("/desk/cases/CAS-99999-ABCDEF/tags", "name", "x")
                        .status())
                .isEqualTo(404);
    }
}
