package si.podpora.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import si.podpora.PortalTests;
import si.podpora.Visitor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Handling;
import si.podpora.cases.Participants;
import si.podpora.cases.StatusReason;

/** What the administrator of a company does with its people. */
class DepartureTests extends PortalTests {

    @Autowired
    private Handling handling;

    @Autowired
    private Participants participants;

    @LocalServerPort
    private int port;

    private final List<InputStream> streams = new ArrayList<>();
    private long kovinar;
    private long jana;

    @BeforeEach
    void kovinarHasPeople() {
        kovinar = cast.kovinar();
        cast.marija();
        cast.janez();
        jana = cast.jana();
    }

    @AfterEach
    void closeTheStreams() throws IOException {
        for (var stream : streams) {
            stream.close();
        }
    }

    @Test
    void aRoleTakesEffectAtTheNextRequest() {
        var number = cast.caseOf(cast.janez(), kovinar, "Janezov zahtevek");
        var janaSignedIn = as("jana");
        assertThat(janaSignedIn.get("/cases/" + number).status()).isEqualTo(404);
        var marija = as("marija");
        var page = marija.get(person(jana));
        assertThat(page.text()).contains("Jana Zupan", "Lastni zahtevki");
        assertThat(marija.follow(marija.submit(page, person(jana) + "/role", "role", "company"))
                        .text())
                .contains("Pravice so spremenjene.");
        assertThat(janaSignedIn.get("/cases/" + number).status()).isEqualTo(200);
        marija.submit(marija.get(person(jana)), person(jana) + "/role", "role", "own");
        assertThat(janaSignedIn.get("/cases/" + number).status()).isEqualTo(404);
    }

    @Test
    void theLastAdministratorStays() {
        var marija = as("marija");
        var mine = person(cast.marija());
        var refused = marija.submit(marija.get(mine), mine + "/role", "role", "own");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("To je edini skrbnik podjetja.");
        assertThat(marija.submit(marija.get(mine), mine + "/departure").status())
                .isEqualTo(409);
        assertThat(marija.get("/company/people").status()).isEqualTo(200);

        marija.submit(marija.get(person(jana)), person(jana) + "/role", "role", "administrator");
        assertThat(marija.submit(marija.get(mine), mine + "/departure").location())
                .isEqualTo("/");
        assertThat(as("jana").get("/company/people").text()).doesNotContain("Marija Kos");
    }

    @Test
    void whoLeavesHandsOverIsToldAndSeesNothingAnyMore() {
        var asked = cast.caseOf(jana, kovinar, "Ura zaostaja");
        handling.changeStatus(cast.actor(cast.ana()), new CaseNumber(asked), StatusReason.WAITING_FOR_DETAILS);
        var closed = cast.caseOf(jana, kovinar, "Rešeno");
        handling.changeStatus(cast.actor(cast.ana()), new CaseNumber(closed), StatusReason.WORK_COMPLETED);
        sql.sql("delete from outgoing_mail").update();
        var janaSignedIn = as("jana");
        assertThat(janaSignedIn.get("/cases/" + asked).status()).isEqualTo(200);

        var marija = as("marija");
        var page = marija.get(person(jana));
        assertThat(page.text()).contains("Predaj 1 odprt zahtevek");
        var answer = marija.submit(page, person(jana) + "/departure", "successor", Long.toString(cast.janez()));
        assertThat(marija.follow(answer).text()).contains("Dostop je končan.").doesNotContain("Jana Zupan");

        assertThat(janaSignedIn.get("/cases/" + asked).location()).startsWith("/sign-in");
        var back = as("jana");
        assertThat(back.get("/cases/" + asked).status()).isEqualTo(404);
        assertThat(back.get("/cases/" + closed).status()).isEqualTo(404);
        assertThat(back.get("/cases?view=all").text()).doesNotContain("Ura zaostaja", "Rešeno");
        assertThat(back.get("/cases?view=all&q=zaostaja").text()).doesNotContain("Ura zaostaja");

        var janez = as("janez");
        assertThat(janez.get("/").text()).contains("Ura zaostaja");
        assertThat(janez.get("/cases/" + asked).text())
                .contains("Zahtevek je od osebe Jana Zupan prevzela oseba Janez Novak.", "Marija Kos");
        assertThat(janez.get("/cases?q=zaostaja").text()).contains("Ura zaostaja");
        assertThat(mails())
                .containsExactlyInAnyOrder(
                        "janez@kupec.example Prevzemate 1 zahtevek osebe Jana Zupan",
                        "jana@kupec.example Nimate več dostopa do podjetja Kovinar d.o.o.");
    }

    @Test
    void whoLeftWithoutASuccessorGetsNoMailAnyMoreNorWhatStillGathered() {
        var number = new CaseNumber(cast.caseOf(jana, kovinar, "Ura zaostaja"));
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.RESEARCHING);
        assertThat(mails()).contains("jana@kupec.example " + number + ": Ura zaostaja");

        var marija = as("marija");
        marija.submit(marija.get(person(jana)), person(jana) + "/departure", "successor", "nobody");
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.FIELD_SERVICE);

        assertThat(mails()).containsExactly("jana@kupec.example Nimate več dostopa do podjetja Kovinar d.o.o.");
        assertThat(as("ana")
                        .get("/desk/cases/" + number)
                        .page()
                        .select("#recipients")
                        .text())
                .contains("E-pošte ne bo prejel nihče", "Jana Zupan ne pripada več podjetju stranke");
    }

    @Test
    void whoLeavesKeepsTheMailsThatGatherInAnotherCompany() {
        sql.sql("""
                insert into membership (company_id, person_id, role, state, requested_at, decided_at)
                values (:company, :person, 'own', 'admitted', now(), now())
                """).param("company", cast.mlekarna()).param("person", jana).update();
        var number = new CaseNumber(cast.caseOf(jana, cast.mlekarna(), "Za Mlekarno"));
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.RESEARCHING);
        var marija = as("marija");
        marija.submit(marija.get(person(jana)), person(jana) + "/departure", "successor", "nobody");
        assertThat(mails()).contains("jana@kupec.example " + number + ": Za Mlekarno");
    }

    @Test
    void aLeaversPartInColleaguesCasesEndsAndThatOfAStrangerStays() {
        var boris = cast.boris();
        var number = new CaseNumber(cast.caseOf(cast.janez(), kovinar, "Ura zaostaja"));
        participants.add(cast.actor(cast.janez()), number, jana);
        participants.add(cast.actor(cast.ana()), number, boris);
        participants.confirm(cast.actor(cast.ana()), number, boris);
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.RESEARCHING);
        assertThat(mails()).contains("jana@kupec.example " + number + ": Ura zaostaja");

        var marija = as("marija");
        marija.submit(marija.get(person(jana)), person(jana) + "/departure", "successor", "nobody");

        assertThat(as("jana").get("/cases/" + number).status()).isEqualTo(404);
        assertThat(as("boris").get("/cases/" + number).status()).isEqualTo(200);
        assertThat(mails())
                .contains("boris@kupec.example " + number + ": Ura zaostaja")
                .doesNotContain("jana@kupec.example " + number + ": Ura zaostaja");
        assertThat(as("janez").get("/cases/" + number + "/participants").text())
                .contains("Boris Horvat")
                .doesNotContain("Jana Zupan <");
    }

    @Test
    void whoBelongsToAnotherCompanyTooStaysSignedIn() {
        sql.sql("""
                insert into membership (company_id, person_id, role, state, requested_at, decided_at)
                values (:company, :person, 'own', 'admitted', now(), now())
                """).param("company", cast.mlekarna()).param("person", jana).update();
        var inKovinar = cast.caseOf(jana, kovinar, "Za Kovinar");
        var inMlekarna = cast.caseOf(jana, cast.mlekarna(), "Za Mlekarno");
        var janaSignedIn = as("jana");
        var marija = as("marija");
        marija.submit(marija.get(person(jana)), person(jana) + "/departure", "successor", "nobody");
        assertThat(janaSignedIn.get("/cases/" + inKovinar).status()).isEqualTo(404);
        assertThat(janaSignedIn.get("/cases/" + inMlekarna).status()).isEqualTo(200);
    }

    @Test
    void openPagesEndAtOnce() throws Exception {
        var number = cast.caseOf(jana, kovinar, "Ura zaostaja");
        var janaSignedIn = as("jana");
        var told = told(janaSignedIn, number);
        var marija = as("marija");
        marija.submit(marija.get(person(jana)), person(jana) + "/departure", "successor", "nobody");
        assertThat(told.get(10, TimeUnit.SECONDS)).contains("data:rights");
    }

    @Test
    void theOpenPageOfARemovedParticipantEndsAtOnceAndOnlyThat() throws Exception {
        var number = cast.caseOf(cast.janez(), kovinar, "Ura zaostaja");
        participants.add(cast.actor(cast.janez()), new CaseNumber(number), jana);
        var own = cast.caseOf(jana, kovinar, "Njen");
        var janaSignedIn = as("jana");
        var told = told(janaSignedIn, number);
        var ofHerOwn = told(janaSignedIn, own);
        var ofJanez = told(as("janez"), number);

        participants.remove(cast.actor(cast.janez()), new CaseNumber(number), jana);

        assertThat(told.get(10, TimeUnit.SECONDS)).contains("data:rights");
        assertThat(janaSignedIn.get("/cases/" + number + "/events").status()).isEqualTo(404);
        assertThat(ofHerOwn).isNotDone();
        assertThat(ofJanez).isNotDone();
    }

    /** What a stream tells until it ends. */
    private CompletableFuture<List<String>> told(Visitor who, String number) throws Exception {
        var stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/cases/" + number + "/events"))
                                .header("Cookie", "podpora-session=" + who.cookie("podpora-session"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        streams.add(stream.body());
        return CompletableFuture.supplyAsync(
                () -> new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> line.startsWith("data:"))
                        .toList());
    }

    @Test
    void nobodyTakesOverWhoHasNotBeenChosen() {
        cast.janez();
        cast.boris();
        var number = cast.caseOf(jana, kovinar, "Ura zaostaja");
        var marija = as("marija");
        var page = marija.get(person(jana));
        for (var field : List.of("handover-successor", "successor")) {
            var choice = page.page().select("#" + field + " option");
            assertThat(choice.getFirst().text() + choice.getFirst().val()).isEqualTo("Izberite");
            assertThat(choice.select("[selected]")).isEmpty();
            var form = person(jana) + (field.equals("successor") ? "/departure" : "/handover");
            for (var wrong : List.of("", "0", "ni-nihče", Long.toString(jana), Long.toString(cast.boris()))) {
                var refused = marija.submit(page, form, field, wrong);
                assertThat(refused.status()).as(form + wrong).isEqualTo(422);
                assertThat(refused.page().select("#" + field + "-error").text())
                        .isEqualTo("Izberite, kdo naj prevzame zahtevke.");
            }
        }
        assertThat(as("jana").get("/cases/" + number).status()).isEqualTo(200);

        var given = marija.submit(page, person(jana) + "/handover", "handover-successor", Long.toString(cast.janez()));
        assertThat(marija.follow(given).text()).contains("Zahtevki so predani.");
        assertThat(marija.submit(marija.get(person(jana)), person(jana) + "/departure")
                        .location())
                .isEqualTo("/company/people");
    }

    @Test
    void nobodyReachesIntoAnotherCompany() {
        var boris = cast.boris();
        sql.sql("update membership set role = 'administrator' where person_id = :boris")
                .param("boris", boris)
                .update();
        var stranger = as("boris");
        assertThat(stranger.get(person(jana)).status()).isEqualTo(404);
        for (var what : List.of("role", "departure", "handover")) {
            assertThat(stranger.post(person(jana) + "/" + what, "role", "own", "successor", Long.toString(boris))
                            .status())
                    .as(what)
                    .isEqualTo(404);
        }
        var marija = as("marija");
        assertThat(marija.post(person(boris) + "/handover", "handover-successor", Long.toString(jana))
                        .status())
                .isEqualTo(404);
        assertThat(marija.post(person(boris) + "/departure").status()).isEqualTo(404);
        var janez = as("janez");
        assertThat(janez.get(person(jana)).status()).isEqualTo(404);
        assertThat(janez.post(person(jana) + "/departure").status()).isEqualTo(404);
    }

    private String person(long id) {
        return "/company/people/" + kovinar + "/" + id;
    }

    private List<String> mails() {
        return sql.sql("select recipient_address || ' ' || subject from outgoing_mail")
                .query(String.class)
                .list();
    }
}
