package si.podpora.helpdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Absences, and the skills, languages and caps that the administrator keeps. */
class AbsencesTests extends AssignmentStage {

    @Test
    void everybodyEntersTheOwnAbsencesAndSupervisorsEverybodys() {
        var browser = as("ana");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Ljubljana"));
        var form = browser.get("/desk/absences");
        assertThat(browser.submit(
                                form,
                                "/desk/absences",
                                "firstDay",
                                today.plusDays(3).toString(),
                                "lastDay",
                                today.plusDays(1).toString())
                        .page()
                        .select("#lastDay")
                        .attr("aria-invalid"))
                .isEqualTo("true");
        var entered = browser.submit(
                form,
                "/desk/absences",
                "firstDay",
                today.plusDays(1).toString(),
                "lastDay",
                today.plusDays(5).toString(),
                "substitute",
                Long.toString(gregor));
        assertThat(browser.follow(entered).text()).contains("Ana Vidmar", "Nadomestna oseba: Gregor Berčič");
        assertThat(browser.submit(
                                form,
                                "/desk/absences",
                                "firstDay",
                                today.plusDays(5).toString(),
                                "lastDay",
                                today.plusDays(9).toString())
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(
                                "/desk/absences",
                                "person",
                                Long.toString(gregor),
                                "firstDay",
                                today.toString(),
                                "lastDay",
                                today.toString())
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(
                                "/desk/absences",
                                "firstDay",
                                today.plusDays(20).toString(),
                                "lastDay",
                                today.plusDays(20).toString(),
                                "substitute",
                                Long.toString(ana))
                        .status())
                .isEqualTo(422);

        var leader = as("vesna");
        var gregors = leader.submit(
                leader.get("/desk/absences"),
                "/desk/absences",
                "person",
                Long.toString(gregor),
                "firstDay",
                today.toString(),
                "lastDay",
                today.toString());
        assertThat(gregors.status()).isEqualTo(303);
        assertThat(leader.get("/desk/absences").text()).contains("Ana Vidmar", "Gregor Berčič", "Odsotnost danes");
        assertThat(browser.get("/desk/absences")
                        .page()
                        .select(".companies-row-name")
                        .eachText())
                .containsExactly("Ana Vidmar");
        var id = sql.sql("select id from absence where person_id = :gregor")
                .param("gregor", gregor)
                .query(Long.class)
                .single();
        assertThat(browser.post("/desk/absences/" + id + "/removal").status()).isEqualTo(404);
        assertThat(leader.post("/desk/absences/" + id + "/removal").status()).isEqualTo(303);
        cast.janez();
        assertThat(as("janez").get("/desk/absences").status()).isEqualTo(403);
    }

    @Test
    void theAdministratorKeepsSkillsLanguagesAndCaps() {
        assertThat(as("vesna").get("/desk/skills").status()).isEqualTo(403);
        var sonja = as("sonja");
        assertThat(sonja.submit(sonja.get("/desk/skills/new"), "/desk/skills", "name", "Pristop", "terms", " , ")
                        .status())
                .isEqualTo(422);
        sonja.submit(sonja.get("/desk/skills/new"), "/desk/skills", "name", "Pristop", "terms", "Čitalnik, Zone Touch");
        var skill = sql.sql("select id from skill").query(Long.class).single();
        assertThat(sql.sql("select array_to_string(terms, '|') from skill")
                        .query(String.class)
                        .single())
                .isEqualTo("Čitalnik|Zone Touch");
        assertThat(sonja.submit(sonja.get("/desk/skills/new"), "/desk/skills", "name", "PRISTOP", "terms", "x")
                        .status())
                .isEqualTo(422);
        var path = "/desk/skills/people/" + ana;
        var page = sonja.get(path);
        assertThat(sonja.submit(page, path, "mostOpen", "veliko").status()).isEqualTo(422);
        var saved = sonja.submit(page, path, "mostOpen", "12", "skill", Long.toString(skill), "language", "de");
        assertThat(sonja.follow(saved).text()).contains("nemščina", "največ 12 odprtih zahtevkov");
        assertThat(sonja.submit(page, path, "mostOpen", "1").status()).isEqualTo(409);
        assertThat(names(submitted("Ne dela", "KOV-01"))).startsWith("Ana Vidmar");
        sonja.post("/desk/skills/" + skill + "/removal");
        assertThat(sql.sql("select count(*) from person_skill")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sonja.get("/desk/skills/people/" + cast.janez()).status()).isEqualTo(404);

        sonja.submit(sonja.get(path), path, "automatic", "true");
        assertThat(sonja.get(path).page().select("#automatic").hasAttr("checked"))
                .isTrue();
        sonja.submitWithout(sonja.get(path), path, "automatic");
        assertThat(sonja.get(path).page().select("#automatic").hasAttr("checked"))
                .isFalse();
    }
}
