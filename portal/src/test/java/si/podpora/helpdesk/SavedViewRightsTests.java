package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a saved view is: the own ones are nobody else's, the shared ones are changed by those who lead. */
class SavedViewRightsTests extends SavedViewStage {

    @Test
    void anotherPersonsViewDoesNotExist() {
        var address = saved(asAna(), "name", "Skrivni");
        var id = address.replaceAll("\\D", "");
        cast.gregor();
        for (var other : List.of(as("gregor"), asVesna())) {
            assertThat(other.get(address).status()).isEqualTo(404);
            assertThat(other.get("/desk/views/" + id).status()).isEqualTo(404);
            assertThat(other.post("/desk/views/" + id, "name", "Moj", "columns", "title")
                            .status())
                    .isEqualTo(404);
            assertThat(other.post("/desk/views/" + id + "/removal").status()).isEqualTo(404);
            assertThat(other.post("/desk/views/" + id + "/place", "direction", "up")
                            .status())
                    .isEqualTo(404);
            assertThat(other.get("/desk").text()).doesNotContain("Skrivni");
            assertThat(other.get("/desk/views").text()).doesNotContain("Skrivni");
        }
        assertThat(asAna().get(address).status()).isEqualTo(200);
    }

    @Test
    void aSharedViewIsSeenByAllAndChangedByThoseWhoLead() {
        var address = saved(asVesna(), "name", "Skupni", "shared", "true");
        var id = address.replaceAll("\\D", "");
        var ana = asAna();

        assertThat(ana.get("/desk").page().select(".queue-saved").text()).contains("Skupni");
        assertThat(ana.get(address).status()).isEqualTo(200);
        assertThat(ana.get("/desk/views/" + id).status()).isEqualTo(403);
        assertThat(ana.post("/desk/views/" + id, "name", "Moj", "columns", "title")
                        .status())
                .isEqualTo(403);
        assertThat(ana.post("/desk/views/" + id + "/removal").status()).isEqualTo(403);
        assertThat(ana.post("/desk/views/" + id + "/place", "direction", "up").status())
                .isEqualTo(403);
        assertThat(ana.get("/desk/views").page().select("form[action^=/desk/views]"))
                .isEmpty();
        cast.sonja();
        var sonja = as("sonja");
        var changed = sonja.submit(sonja.get("/desk/views/" + id), "/desk/views/" + id, "name", "Preimenovan");
        assertThat(sonja.follow(changed).text()).contains("Preimenovan", "Pogled je shranjen.");
        sonja.post("/desk/views/" + id + "/removal");
        assertThat(views()).isZero();
    }

    @Test
    void anAgentSharesNothing() {
        var own = saved(asAna(), "name", "Lastni").replaceAll("\\D", "");
        var ana = asAna();
        assertThat(ana.post("/desk/views", "name", "Vsem", "shared", "true", "columns", "title")
                        .status())
                .isEqualTo(403);
        assertThat(ana.post("/desk/views/" + own, "name", "Vsem", "shared", "true", "columns", "title")
                        .status())
                .isEqualTo(403);
        assertThat(sql.sql("select count(*) from desk_view where person_id is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void customersHaveNone() {
        cast.janez();
        var janez = as("janez");
        for (var path : List.of("/desk/views", "/desk/views/new", "/desk/views/1", "/desk/views/companies?q=k")) {
            assertThat(janez.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(janez.post("/desk/views", "name", "Moj", "columns", "title").status())
                .isEqualTo(403);
        assertThat(visitor().get("/desk/views").location()).startsWith("/sign-in");
    }
}
