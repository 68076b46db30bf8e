package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.podpora.web.SqlTime;

/** The customer's page of a case. */
class CasePageTests extends CasesTests {

    @Test
    void thePageShowsTheCaseAsTheManualDoes() {
        var number = submitted(janez());
        clock.forward(Duration.ofSeconds(33));
        says(gregor(), number, "TEST, kako vam lahko pomagamo?");
        clock.forward(Duration.ofSeconds(33));

        var text = as("janez").get("/cases/" + number).text();

        assertThat(text)
                .contains("TEST | " + number, "Status: V teku", "Vrsta zahtevka Podpora", "Lastnik: Help-desk")
                .contains("Opis Potrebujem pomoč pri nastavitvi urnika.", "Upravičenost —", "Vaša referenca —")
                .contains("Gregor Berčič Help-desk 33 sekund nazaj TEST, kako vam lahko pomagamo?");
    }

    @Test
    void theNewestEntryStandsAtTheBottomWithTheExactTimeOnHover() {
        var number = submitted(janez());
        says(ana(), number, "Prvo");
        clock.forward(Duration.ofSeconds(2));
        handling.assign(ana(), number, cast.gregor());
        says(gregor(), number, "Drugo");
        clock.forward(Duration.ofSeconds(2));

        var page = as("janez").get("/cases/" + number).page();

        assertThat(page.select(".note-body").eachText()).endsWith("Prvo", "Drugo");
        assertThat(page.select(".note time").getLast().text()).isEqualTo("2 sekundi nazaj");
        assertThat(page.select(".note time").getLast().attr("title")).isEqualTo("15. 12. 2020 10:06");
        assertThat(page.select(".event").text()).contains("Lastnik zahtevka je zdaj Gregor Berčič.");
        assertThat(page.select("#facts").text()).contains("Lastnik Gregor Berčič od 15. 12. 2020 10:06");
    }

    @Test
    void thePageSpeaksItsReadersLanguage() {
        var number = submitted(boris());

        assertThat(as("boris").get("/cases/" + number).text())
                .contains("Status: In progress", "Owner: Help desk", "Case type Support");
    }

    @Test
    void anotherSpellingLeadsToTheCanonicalAddress() {
        var number = submitted(janez());
        var janez = as("janez");

        var answer =
                janez.get("/cases/" + number.text().toLowerCase(Locale.ROOT).replace('0', 'o') + "?before=x");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/cases/" + number + "?before=x");
    }

    @Test
    void whatIsNotTheirsIsTheSameAsWhatDoesNotExist() {
        var number = submitted(janez());
        cast.boris();
        var boris = as("boris");

        var theirs = boris.get("/cases/" + number);
        var nobodys = boris.get("/cases/CAS-99999-AAAAAA");

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.text()).isEqualTo(nobodys.text());
        for (var path : new String[] {"/notes", "/closure", "/reopening", "/draft-removal"}) {
            assertThat(boris.post(
                                    "/cases/" + number + path,
                                    "body",
                                    "x",
                                    "key",
                                    UUID.randomUUID().toString())
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(boris.get("/cases/" + number + "/events").status()).isEqualTo(404);
        assertThat(count("note")).isZero();
    }

    @Test
    void anInternalNoteIsOnTheHelpDesksPageOnly() {
        var number = submitted(janez());
        remarks(ana(), number, "Stranka zamuja s plačilom.");
        var ana = as("ana");

        assertThat(as("janez").get("/cases/" + number).body()).doesNotContain("plačilom");
        assertThat(ana.follow(ana.get("/cases/" + number)).text()).contains("Interna opomba", "plačilom");
    }

    @Test
    void theHelpDeskAnswersOnItsOwnPageOnly() {
        var number = submitted(janez());
        cast.ana();
        var ana = as("ana");

        assertThat(ana.get("/cases/" + number).location()).isEqualTo("/desk/cases/" + number);
        assertThat(ana.post("/cases/" + number + "/notes", "body", "Javno?").status())
                .isEqualTo(403);
        assertThat(count("note")).isZero();
    }

    @Test
    void thePageTakesAtMostSevenStatementsHoweverManyNotesThereAre() {
        var number = submitted(janez());
        says(janez(), number, "Prva");
        var janez = as("janez");
        janez.get("/cases/" + number);
        var one = statements.during(() -> janez.get("/cases/" + number)).size();

        for (int i = 0; i < 30; i++) {
            says(ana(), number, "Opomba " + i);
        }

        assertThat(one).isBetween(3, 7);
        assertThat(statements.during(() -> janez.get("/cases/" + number))).hasSize(one);
    }

    @Test
    void aCaseIsClosedWithAReasonAndOpenedAgain() {
        var number = submitted(janez());
        var janez = as("janez");

        var closed = janez.follow(janez.submit(
                janez.get("/cases/" + number), "/cases/" + number + "/closure", "reason", "Rešili smo sami."));
        assertThat(closed.text())
                .contains("Status: Delo zaključeno", "Razlog: Rešili smo sami.", "lahko odprete še 30 dni");

        var without = janez.submit(closed, "/cases/" + number + "/reopening", "body", " ");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page().select("#body-error").text())
                .isEqualTo("Napišite, kaj še ni rešeno, ali priložite datoteko.");

        var opened = janez.follow(janez.submit(without, "/cases/" + number + "/reopening", "body", "Spet piska."));
        assertThat(opened.text()).contains("Status: V teku", "Zahtevek je ponovno odprt.");
    }

    @Test
    void afterThirtyDaysANewCaseFollowsAndBothPagesShowIt() {
        var number = submitted(janez());
        closures.close(janez(), number, "");
        var early = as("janez");
        var page = early.get("/cases/" + number);
        clock.forward(Duration.ofDays(31));
        var janez = as("janez");

        var late = janez.get("/cases/" + number);
        assertThat(late.page().select("form[action$=reopening]")).isEmpty();
        assertThat(janez.submit(page, "/cases/" + number + "/reopening", "_csrf", janez.csrf(), "body", "Spet")
                        .status())
                .isEqualTo(422);

        var form = janez.get(late.page().select("#answer a").attr("href"));
        assertThat(form.text()).contains("Zahtevek nadaljuje zaključeni zahtevek " + number);
        var second = janez.follow(janez.submit(form, "/cases", "description", "Napaka je spet tu."));

        assertThat(second.page().select("#facts a.number").eachText()).containsExactly(number.text());
        assertThat(janez.get("/cases/" + number)
                        .page()
                        .select("#facts a.number")
                        .text())
                .startsWith("CAS-00002-");
    }

    @Test
    void aLongConversationShowsItsNewestHundredAndLeadsToTheOlder() {
        var number = submitted(janez());
        var id = access.find(janez(), number).id();
        sql.sql("""
                insert into note (case_id, author_id, by_staff, visibility, body, submission_key, created_at)
                select :case, :author, false, 'public', 'Opomba ' || n, gen_random_uuid(),
                       cast(:start as timestamptz) + n / 3 * interval '1 second'
                from generate_series(1, 250) n
                """)
                .param("case", id)
                .param("author", cast.janez())
                .param("start", SqlTime.of(clock.instant()))
                .update();
        var janez = as("janez");
        var seen = new ArrayList<String>();

        var path = "/cases/" + number;
        while (!path.isEmpty()) {
            var page = janez.get(path).page();
            var bodies = page.select(".note:not(.note-first) .note-body").eachText();
            assertThat(bodies.size()).isLessThanOrEqualTo(100);
            seen.addAll(0, bodies);
            path = page.select(".talk-page a[href*=before]").attr("href");
        }

        assertThat(seen)
                .hasSize(250)
                .doesNotHaveDuplicates()
                .startsWith("Opomba 1")
                .endsWith("Opomba 250");
    }
}
