package si.podpora.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Handling;
import si.podpora.cases.Participants;
import si.podpora.cases.StatusReason;

/** What remains of the one who asked, and what a colleague gets who takes a case over. */
class HandoverTests extends PortalTests {

    @Autowired
    private Handling handling;

    @Autowired
    private Participants participants;

    private long kovinar;
    private long jana;
    private CaseNumber number = new CaseNumber("CAS-00001-T0M2L3");

    @BeforeEach
    void aCaseOfJana() {
        kovinar = cast.kovinar();
        cast.marija();
        cast.janez();
        cast.ana();
        jana = cast.jana();
        number = new CaseNumber(cast.caseOf(jana, kovinar, "Ura zaostaja"));
    }

    @Test
    void theDescriptionStaysTheWordsOfWhoWroteIt() {
        handsOver(jana, cast.janez());
        handsOver(cast.janez(), cast.marija());

        for (var page : List.of("/cases/" + number, "/cases/" + number + "/print")) {
            var shown = as("janez").get(page).page();
            assertThat(shown.select(".note-first .note-author").text()).as(page).isEqualTo("Jana Zupan");
            assertThat(shown.select(".facts").text()).as(page).contains("Oddal/a Jana Zupan", "Prevzel/a Marija Kos");
        }
        var desk = as("ana").get("/desk/cases/" + number).page();
        assertThat(desk.select(".note-first .note-author").text()).isEqualTo("Jana Zupan");
        assertThat(desk.select(".desk-person").text()).contains("Marija Kos");

        sql.sql("delete from outgoing_mail").update();
        cast.gregor();
        handling.assign(cast.actor(cast.ana()), number, cast.gregor());
        assertThat(sql.sql("select text from outgoing_mail where recipient_address = 'gregor@spica.example'")
                        .query(String.class)
                        .single()
                        .replaceAll("\\s+", " "))
                .contains("Oddal/a: Jana Zupan", "Prevzel/a: Marija Kos")
                .matches(".*Jana Zupan[^M]*Opis.*");
    }

    @Test
    void whoTookPartAndTakesOverIsListedOnce() {
        participants.add(cast.actor(jana), number, cast.janez());
        handsOver(jana, cast.janez());

        var desk = as("ana").get("/desk/cases/" + number).page();
        assertThat(desk.select("#recipients li strong").eachText()).containsExactly("Janez Novak");
        assertThat(as("janez")
                        .get("/cases/" + number + "/participants")
                        .page()
                        .select(".participants strong")
                        .eachText())
                .containsExactly("Janez Novak");
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.RESEARCHING);
        assertThat(sql.sql(
                                "select recipient_address from outgoing_mail where purpose = 'cases.changed' and recipient_address like '%@kupec.example'")
                        .query(String.class)
                        .list())
                .containsExactly("janez@kupec.example");
    }

    @Test
    void theSuccessorsMailsDoNotSayThatTheSuccessorSubmittedIt() {
        handsOver(jana, cast.janez());
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.RESEARCHING);

        assertThat(sql.sql(
                                "select text from outgoing_mail where purpose = 'cases.changed' and recipient_address = 'janez@kupec.example'")
                        .query(String.class)
                        .single()
                        .replaceAll("\\s+", " "))
                .contains("ker je ta zahtevek v portalu vaš.")
                .doesNotContain("oddali");
    }

    @Test
    void whoHasGivenACaseAwayIsToldWhoHasItAndGetsNothingElseOfIt() {
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.RESEARCHING);
        assertThat(mailsTo("jana")).containsExactly(number + ": Ura zaostaja");

        handsOver(jana, cast.janez());

        assertThat(mailsTo("jana")).containsExactly("Vaš zahtevek je prevzela oseba Janez Novak");
        assertThat(sql.sql("select text from outgoing_mail where purpose = 'cases.handover.given'")
                        .query(String.class)
                        .single())
                .contains("skrbnik vašega podjetja je vaš odprti zahtevek predal osebi Janez Novak:", number.text());
        assertThat(as("jana").get("/cases/" + number).status()).isEqualTo(404);
    }

    @Test
    void whoStillSeesTheCaseGetsWhatWasGatheredBefore() {
        participants.add(cast.actor(jana), number, cast.janez());
        sql.sql("delete from outgoing_mail").update();
        handsOver(jana, cast.janez());
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.RESEARCHING);
        handsOver(cast.janez(), jana);
        assertThat(mailsTo("janez"))
                .containsExactly(
                        "Prevzemate 1 zahtevek osebe Jana Zupan",
                        number + ": Ura zaostaja",
                        "Vaš zahtevek je prevzela oseba Jana Zupan");
    }

    private List<String> mailsTo(String username) {
        return sql.sql("select subject from outgoing_mail where recipient_address = :address order by id")
                .param("address", username + "@kupec.example")
                .query(String.class)
                .list();
    }

    /** The administrator of the company gives what somebody has open to a colleague. */
    private void handsOver(long from, long to) {
        var marija = as("marija");
        var person = "/company/people/" + kovinar + "/" + from;
        var given = marija.submit(marija.get(person), person + "/handover", "handover-successor", Long.toString(to));
        assertThat(marija.follow(given).text()).contains("Zahtevki so predani.");
    }
}
