package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import si.podpora.Cast;

/** Who works at the help desk, and how somebody's access ends. */
class PeopleTests extends DeskTests {

    @Test
    void onlyThePortalsAdministratorSeesAndEndsAccess() {
        var janez = janez();
        var gregor = gregor();
        assertThat(asAna().get("/desk/people").status()).isEqualTo(403);
        assertThat(as("janez").get("/desk/people").status()).isEqualTo(403);
        assertThat(asAna().post("/desk/people/" + gregor.id() + "/departure").status())
                .isEqualTo(403);

        cast.sonja();
        var sonja = as("sonja");
        assertThat(sonja.get("/desk/people").text())
                .contains("Ana Vidmar", "Gregor Berčič", "Skrbnik portala")
                .doesNotContain("Janez");
        assertThat(sonja.post("/desk/people/" + janez.id() + "/departure").status())
                .isEqualTo(404);
    }

    @Test
    void whoseAccessEndsIsSignedOutEverywhereAndLeavesNoCaseBehind() {
        var number = submitted(janez(), "Ura ne žiga");
        handling.assign(ana(), number, ana().id());
        var ana = asAna();
        cast.sonja();
        var sonja = as("sonja");

        var page = sonja.get("/desk/people");
        var answer = sonja.submit(page, "/desk/people/" + ana().id() + "/departure");

        assertThat(sonja.follow(answer).text()).contains("Dostop je ukinjen.").doesNotContain("Ana Vidmar");
        assertThat(ana.get("/desk").location()).startsWith("/sign-in");
        assertThat(visitor().signIn("ana", Cast.PASSWORD).status()).isEqualTo(422);
        assertThat(sql.sql("select owner_name from cases").query(String.class).single())
                .isEmpty();
    }

    @Test
    void nobodyEndsTheirOwnAccess() {
        var sonja = cast.sonja();
        assertThat(as("sonja").post("/desk/people/" + sonja + "/departure").status())
                .isEqualTo(403);
    }
}
