package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Visitor;
import si.podpora.cases.StatusReason;

/** Templates of replies, kept by supervisors, and macros. */
class TemplateTests extends DeskTests {

    @Autowired
    private ReplyTemplates templates;

    @Autowired
    private Macros macros;

    @BeforeEach
    void vesnaLeads() {
        cast.janez();
        cast.vesna();
    }

    @Test
    void aSupervisorWritesATemplateAndAgentsGetItFilledInInTheCustomersLanguage() {
        var vesna = as("vesna");
        var made = vesna.submit(
                vesna.get("/desk/templates/new"),
                "/desk/templates",
                "name",
                "Pozdrav",
                "body-sl",
                "Pozdravljeni, {customer}! {number}: {title}, {owner}, {agent}",
                "body-en",
                "Dear {customer}, about {number} of {company}");
        assertThat(made.status()).isEqualTo(303);

        var ana = asAna();
        var slovenian = submitted(janez(), "Ura {number} ne žiga");
        assertThat(inserted(ana, path(slovenian)))
                .isEqualTo("Pozdravljeni, Janez Novak! " + slovenian + ": Ura {number} ne žiga, Help-desk, Ana Vidmar");
        var english = submitted(boris(), "Clock");
        assertThat(inserted(ana, path(english)))
                .isEqualTo("Dear Boris Horvat, about " + english + " of Mlekarna Polje d.d.");
        // Without JavaScript the link puts it into the reply, behind what is there.
        var link = ana.get(path(english) + "/templates")
                .page()
                .select("[data-insert]")
                .attr("href");
        assertThat(ana.get(link).page().select("#reply").text()).startsWith("Dear Boris Horvat");
    }

    @Test
    void aTemplateWithoutTextOrWithAnUnknownPlaceholderIsRefusedAsTyped() {
        var vesna = as("vesna");
        var page = vesna.get("/desk/templates/new");
        var empty = vesna.submit(page, "/desk/templates", "name", "Prazna");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Napišite besedilo vsaj v enem jeziku.");
        var wrong = vesna.submit(page, "/desk/templates", "name", "Napačna", "body-sl", "Dragi {kupec}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Polja {kupec} portal ne pozna");
        assertThat(wrong.page().select("#body-sl").text()).isEqualTo("Dragi {kupec}");
        assertThat(templates.all()).isEmpty();
    }

    @Test
    void theListShowsWhatATemplateSaysInTheReadersLanguage() {
        templates.save(
                cast.actor(cast.vesna()),
                null,
                "Pozdrav",
                Map.of("en", "Hello,\n\nthank you.", "sl", "Pozdravljeni,\n\nhvala za zahtevek."));
        assertThat(as("vesna")
                        .get("/desk/templates")
                        .page()
                        .select(".template-begin")
                        .text())
                .isEqualTo("Pozdravljeni, hvala za zahtevek.");
    }

    @Test
    void agentsUseTemplatesAndOnlySupervisorsKeepThem() {
        var ana = asAna();
        for (var path : List.of("/desk/templates", "/desk/templates/new", "/desk/macros/new")) {
            assertThat(ana.get(path).status()).as(path).isEqualTo(403);
            assertThat(as("janez").get(path).status()).as(path).isEqualTo(403);
        }
        for (var path :
                List.of("/desk/templates", "/desk/macros", "/desk/templates/1/removal", "/desk/macros/1/removal")) {
            assertThat(ana.post(path, "name", "X", "body-sl", "Y", "owner", "TAKE")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        var number = submitted(janez(), "Ura ne žiga");
        assertThat(as("janez").get(path(number) + "/templates").status()).isEqualTo(403);
        assertThat(as("janez").post(path(number) + "/macros/1").status()).isEqualTo(403);
    }

    @Test
    void aMacroSaysWhatItWillDoAndDoesItOnce() {
        var id = macro();
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var action = path(number) + "/macros/" + id;
        var asked = ana.get(action);
        assertThat(asked.text())
                .contains(
                        "To se bo zgodilo", "Janez Novak <janez@kupec.example>", "Čakanje na podrobnosti", "prevzame");
        assertThat(sql.sql("select count(*) from note").query(Integer.class).single())
                .isZero();

        clock.forward(Duration.ofSeconds(1));
        assertThat(ana.submit(asked, action).status()).isEqualTo(303);
        says(janez(), number, "Tu so podrobnosti.");
        assertThat(ana.submit(asked, action).status()).isEqualTo(303);

        assertThat(sql.sql("select body from note where by_staff")
                        .query(String.class)
                        .list())
                .containsExactly("Janez Novak, pošljite podrobnosti.");
        var row = sql.sql("select owner_name, status_reason from cases").query().singleRow();
        assertThat(row).isEqualTo(Map.of("owner_name", "Ana Vidmar", "status_reason", "in_progress"));
        assertThat(tags()).containsExactly("Nujno", "obisk");
    }

    @Test
    void aMacroThatOnlyTagsIsAMacro() {
        var vesna = as("vesna");
        var page = vesna.get("/desk/macros/new");
        var refused = vesna.submit(page, "/desk/macros", "name", "Označi", "tags", " , ,");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Makro mora narediti vsaj nekaj");
        var long41 = "x".repeat(41);
        refused = vesna.submit(page, "/desk/macros", "name", "Označi", "tags", "nujno, " + long41);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#tags").val()).isEqualTo("nujno, " + long41);

        vesna.submit(page, "/desk/macros", "name", "Označi", "tags", "nujno,  NUJNO, čaka na dobavitelja,");
        var id = macros.all().getFirst().id();
        assertThat(vesna.get("/desk/macros/" + id).page().select("#tags").val())
                .isEqualTo("čaka na dobavitelja, nujno");
        assertThat(vesna.get("/desk/templates").text()).contains("Oznaki: čaka na dobavitelja, nujno");

        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var asked = ana.get(path(number) + "/macros/" + id);
        assertThat(asked.text()).contains("Oznaki: čaka na dobavitelja, nujno");
        assertThat(ana.follow(ana.submit(asked, path(number) + "/macros/" + id)).text())
                .contains("Makro je izveden.");
        assertThat(tags()).containsExactlyInAnyOrder("čaka na dobavitelja", "nujno");
        assertThat(as("janez").get("/cases/" + number).text()).doesNotContain("dobavitelja");
    }

    @Test
    void aMacroSaysWhenACaseHasNoRoomForItsTags() {
        var id = macro();
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("""
                with made as (insert into tag (name, created_by, created_at)
                              select 'polna ' || n, :ana, now() from generate_series(1, 20) n returning id)
                insert into case_tag (case_id, tag_id) select c.id, made.id from cases c, made
                """).param("ana", cast.ana()).update();
        var ana = asAna();
        var action = path(number) + "/macros/" + id;
        assertThat(ana.follow(ana.submit(ana.get(action), action)).text())
                .contains("oznake pa niso dodane vse", "Ana Vidmar");
        assertThat(tags()).hasSize(20);
    }

    private List<String> tags() {
        return sql.sql("select t.name from case_tag g join tag t on t.id = g.tag_id order by lower(t.name)")
                .query(String.class)
                .list();
    }

    @Test
    void aMacroThatTheCustomerHasOvertakenDoesNothingBeforeItsReaderHasSeenIt() {
        var id = macro();
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var action = path(number) + "/macros/" + id;
        var asked = ana.get(action);
        clock.forward(Duration.ofMinutes(1));
        says(janez(), number, "Že dela, hvala.");

        var shown = ana.submit(asked, action);

        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.page().select(".overtaken").text()).contains("Že dela, hvala.");
        assertThat(sql.sql("select owner_name from cases").query(String.class).single())
                .isEmpty();
        assertThat(ana.submit(shown, action).status()).isEqualTo(303);
        assertThat(sql.sql("select owner_name from cases").query(String.class).single())
                .isEqualTo("Ana Vidmar");
    }

    @Test
    void aMacroIsRunByOneClickFromTheList() {
        var id = macro();
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var list = ana.get(path(number) + "/templates");
        assertThat(list.page().select(".picker-act").text()).contains("Janez Novak", "Odgovor »Podrobnosti«");

        ana.submit(list, path(number) + "/macros/" + id);

        assertThat(sql.sql("select body from note").query(String.class).list())
                .containsExactly("Janez Novak, pošljite podrobnosti.");
        assertThat(sql.sql("select status_reason from cases")
                        .query(String.class)
                        .single())
                .isEqualTo("waiting_for_details");
    }

    @Test
    void aMacroLeavesACaseWithTheColleagueWhoHasIt() {
        var id = macro();
        var number = submitted(janez(), "Ura ne žiga");
        handling.assign(gregor(), number, cast.gregor());
        var ana = asAna();
        var action = path(number) + "/macros/" + id;
        var asked = ana.get(action);
        assertThat(asked.text()).contains("Lastnik ostane Gregor Berčič");

        assertThat(ana.submit(asked, action).status()).isEqualTo(303);

        assertThat(sql.sql("select owner_name from cases").query(String.class).single())
                .isEqualTo("Gregor Berčič");
    }

    @Test
    void withItsTemplateAMacroIsGone() {
        var id = macro();
        templates.end(cast.actor(cast.vesna()), templates.all().getFirst().id());
        assertThat(macros.find(id)).isEmpty();
        var number = submitted(janez(), "Ura ne žiga");
        assertThat(asAna().get(path(number) + "/macros/" + id).status()).isEqualTo(404);
    }

    private long macro() {
        var vesna = cast.actor(cast.vesna());
        templates.save(vesna, null, "Podrobnosti", Map.of("sl", "{customer}, pošljite podrobnosti."));
        macros.save(
                vesna,
                null,
                "Vprašaj",
                templates.all().getFirst().id(),
                StatusReason.WAITING_FOR_DETAILS,
                Macro.Owner.TAKE,
                List.of("Nujno", "obisk"));
        return macros.all().getFirst().id();
    }

    private static String inserted(Visitor visitor, String path) {
        return visitor.get(path + "/templates").page().select("[data-insert]").attr("data-insert");
    }
}
