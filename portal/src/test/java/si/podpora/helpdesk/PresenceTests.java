package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who else of the help desk looks at a case or writes in it. */
class PresenceTests extends DeskTests {

    @Test
    void aColleagueIsSeenWhileThePageIsOpenAndNotMuchLonger() {
        var number = submitted(janez(), "Ura ne žiga");
        gregor();
        var gregor = as("gregor");
        var ana = asAna();
        gregor.post(path(number) + "/presence");
        assertThat(ana.get(path(number)).page().select("#presence").text())
                .isEqualTo("Gregor Berčič ima odprt ta zahtevek.");
        gregor.post(path(number) + "/presence", "typing", "true");
        assertThat(ana.get(path(number) + "/presence").text()).isEqualTo("Gregor Berčič piše …");
        assertThat(ana.post(path(number) + "/presence").text()).contains("Gregor Berčič");
        assertThat(gregor.get(path(number) + "/presence").text())
                .contains("Ana Vidmar")
                .doesNotContain("Gregor");

        clock.forward(Duration.ofSeconds(46));
        assertThat(ana.get(path(number)).page().select("#presence").text()).isEmpty();
    }

    @Test
    void whoLeavesIsGoneAtOnce() {
        var number = submitted(janez(), "Ura ne žiga");
        gregor();
        var gregor = as("gregor");
        gregor.post(path(number) + "/presence");
        assertThat(gregor.post(path(number) + "/presence-removal").status()).isEqualTo(204);
        assertThat(asAna().get(path(number) + "/presence").text()).isEmpty();
    }

    @Test
    void lookingAtThePageWritesNothing() {
        var number = submitted(janez(), "Ura ne žiga");
        asAna().get(path(number));
        assertThat(sql.sql("select count(*) from case_presence")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void customersSeeNothingOfIt() {
        var number = submitted(janez(), "Ura ne žiga");
        asAna().post(path(number) + "/presence", "typing", "true");
        var janez = as("janez");
        assertThat(janez.get("/cases/" + number).text()).doesNotContain("piše");
        assertThat(janez.get(path(number) + "/presence").status()).isEqualTo(403);
        assertThat(janez.post(path(number) + "/presence").status()).isEqualTo(403);
    }
}
