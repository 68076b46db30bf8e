package si.podpora.helpdesk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.podpora.cases.CaseNumber;
import si.podpora.helpdesk.DeskTests;

/** Cases that have to do with each other are linked. */
class CaseLinksTests extends DeskTests {

    private CaseNumber number = new CaseNumber("CAS-00000-AAAAAA");

    @BeforeEach
    void aCase() {
        cast.ana();
        number = submitted(jana(), "Terminal se ne odziva");
        clock.forward(Duration.ofMinutes(1));
    }

    @Test
    void linksAreSymmetricAndTheHelpDesksAlone() {
        var other = submitted(boris(), "Ista okvara v mlekarni");
        var ana = asAna();
        var path = path(number) + "/links";
        var spelled = other.text().toLowerCase(Locale.ROOT).replace("cas-", "").replace("-", " ");

        assertThat(ana.submit(ana.get(path), path, "other", spelled).status()).isEqualTo(303);
        ana.submit(ana.get(path), path, "other", other.text());

        assertThat(count("case_link")).isEqualTo(1);
        assertThat(ana.get(path(number)).page().select("#facts").text())
                .contains("Ista okvara v mlekarni", other.text());
        assertThat(ana.get(path(other)).page().select("#facts").text())
                .contains("Terminal se ne odziva", number.text());
        assertThat(ana.get(path(number)).text()).contains("Povezan zahtevek: " + other);
        assertThat(as("jana").get("/cases/" + number).body()).doesNotContain(other.text(), "mlekarni");
        assertThat(as("boris").get("/cases/" + other).body()).doesNotContain(number.text());
        assertThat(ana.get(path(number) + "/customer").body()).doesNotContain(other.text());

        ana.submit(ana.get(path(other) + "/links"), path(other) + "/links/" + number + "/removal");
        assertThat(count("case_link")).isZero();
        assertThat(ana.get(path(number)).text()).contains("Povezava z zahtevkom " + other + " je odstranjena");
    }

    @Test
    void whatCannotBeLinkedIsSaidBesideTheField() {
        var ana = asAna();
        var path = path(number) + "/links";
        Map.of(
                        number.text(),
                        "To je številka tega",
                        "CAS-99999-ZZZZZZ",
                        "Zahtevka s to številko ni",
                        "x",
                        "Zahtevka s to številko ni")
                .forEach((typed, words) -> {
                    var wrong = ana.submit(ana.get(path), path, "other", typed);
                    assertThat(wrong.status()).as(typed).isEqualTo(422);
                    assertThat(wrong.page().select("#other-error").text()).contains(words);
                    assertThat(wrong.page().select("#other").val()).isEqualTo(typed);
                });
    }

    @Test
    void linksFollowAMerge() {
        var into = submitted(jana(), "Isti terminal");
        var third = submitted(boris(), "Ista okvara");
        var ana = asAna();
        for (var other : List.of(into, third)) {
            ana.post(path(number) + "/links", "other", other.text());
        }
        ana.submit(ana.get(path(number) + "/merge?into=" + into), path(number) + "/merge");
        assertThat(ana.get(path(into)).page().select("#facts").text()).contains("Ista okvara");
        assertThat(count("case_link")).isEqualTo(1);
    }
}
