package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;
import si.podpora.web.SqlTime;

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
    void aNoteIsAddedOnceHoweverOftenTheFormIsSent() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var action = "/cases/" + number + "/notes";

        var first = janez.submit(page, action, "body", "Še <b>nekaj</b>.\nDruga vrstica.");
        janez.submit(page, action, "body", "Še <b>nekaj</b>.\nDruga vrstica.");

        assertThat(first.status()).isEqualTo(303);
        assertThat(first.location()).isEqualTo("/cases/" + number);
        assertThat(count("note")).isEqualTo(1);
        var after = janez.follow(first);
        assertThat(after.text()).contains("Opomba je dodana.");
        assertThat(after.page().select(".note-body").getLast().wholeText())
                .isEqualTo("Še <b>nekaj</b>.\nDruga vrstica.");
    }

    @Test
    void anEmptyNoteIsRefusedBesideItsField() {
        var number = submitted(janez());
        var janez = as("janez");

        var answer = janez.submit(janez.get("/cases/" + number), "/cases/" + number + "/notes", "body", "  ");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#body-error").text()).isEqualTo("Napišite opombo ali priložite datoteko.");
        assertThat(answer.page().select("#body").attr("aria-describedby")).isEqualTo("body-error");
    }

    @Test
    void aNoteToACaseThatWasClosedMeanwhileIsKeptAndOpensItAgain() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        handling.changeStatus(ana(), number, StatusReason.WORK_COMPLETED);

        var refused = janez.submit(page, "/cases/" + number + "/notes", "body", "Še vedno ne dela.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#body").text()).isEqualTo("Še vedno ne dela.");
        janez.submit(refused, "/cases/" + number + "/reopening");
        assertThat(access.find(janez(), number).closed()).isFalse();
        assertThat(count("note")).isEqualTo(1);
    }

    @Test
    void aCaseIsClosedWithAReasonAndOpenedAgain() {
        var number = submitted(janez());
        var janez = as("janez");

        var closed = janez.follow(janez.submit(
                janez.get("/cases/" + number), "/cases/" + number + "/closure", "reason", "Rešili smo sami."));
        assertThat(closed.text())
                .contains("Status: Delo zaključeno", "Razlog: Rešili smo sami.", "lahko odprete še 30 dni");

        var opened = janez.follow(janez.submit(closed, "/cases/" + number + "/reopening", "body", ""));
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

    @Test
    void aNoteInTheMakingIsKeptAndOfferedAgain() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var key = page.page().select("#answer input[name=key]").attr("value");

        assertThat(keeps(janez, "/cases/" + number + "/draft", key, "body=Nedokon%C4%8Dano")
                        .status())
                .isEqualTo(204);

        var again = janez.get("/cases/" + number);
        assertThat(again.page().select("#body").text()).isEqualTo("Nedokončano");
        assertThat(again.text()).contains("To je vaš osnutek, shranjen 15. 12. 2020 10:06.");
        var discarded = janez.follow(janez.submit(again, "/cases/" + number + "/draft-removal"));
        assertThat(discarded.page().select("#body").text()).isEmpty();
    }

    @Test
    void aDraftMayHoldWhatNoTextCan() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var key = page.page().select("#answer input[name=key]").attr("value");

        assertThat(keeps(janez, "/cases/" + number + "/draft", key, "body=Pol%00ovica")
                        .status())
                .isEqualTo(204);

        assertThat(janez.get("/cases/" + number).page().select("#body").text()).isEqualTo("Polovica");
    }

    @Test
    void aDraftEndsWithItsNoteAndNoLateOneComesAfterIt() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var key = page.page().select("#answer input[name=key]").attr("value");
        keeps(janez, "/cases/" + number + "/draft", key, "body=Pol");

        janez.submit(page, "/cases/" + number + "/notes", "body", "Pol in celo");
        keeps(janez, "/cases/" + number + "/draft", key, "body=Pol+in");

        assertThat(count("draft")).isZero();
    }

    static Visitor.Answer keeps(Visitor who, String path, String key, String fields) {
        var body = "key=" + key + "&_csrf=" + URLEncoder.encode(who.csrf(), StandardCharsets.UTF_8) + "&" + fields;
        return who.send(who.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }
}
