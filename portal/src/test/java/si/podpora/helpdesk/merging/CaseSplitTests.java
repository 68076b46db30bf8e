package si.podpora.helpdesk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Visitor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Participants;
import si.podpora.helpdesk.DeskTests;

/** Chosen notes become a case of their own. */
class CaseSplitTests extends DeskTests {

    @Autowired
    private Participants participants;

    private CaseNumber number = new CaseNumber("CAS-00000-AAAAAA");

    @BeforeEach
    void aCaseAboutTwoThings() {
        cast.ana();
        number = submitted(jana(), "Terminal se ne odziva");
        says(jana(), number, "Terminal utripa.");
        clock.forward(Duration.ofMinutes(1));
        var jana = as("jana");
        jana.submit(
                jana.get("/cases/" + number),
                "/cases/" + number + "/notes",
                Map.of("racun.txt", "napaka na računu".getBytes(StandardCharsets.UTF_8)),
                "body",
                "Račun je napačen.");
        remarks(ana(), number, "Račun preveri računovodstvo.");
        clock.forward(Duration.ofMinutes(1));
    }

    @Test
    void theChosenNotesMoveWithTheirFilesAndBothCasesLeadToEachOther() {
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();

        var part = split(ana, "note", note("Račun je"), "note", note("Račun preveri"));

        var jana = as("jana");
        var whole = jana.get("/cases/" + number);
        assertThat(whole.text())
                .contains("Terminal utripa.", "Del pogovora se nadaljuje v ločenem zahtevku. " + part)
                .doesNotContain("Račun je napačen.", "racun.txt");
        var moved = jana.get("/cases/" + part);
        assertThat(moved.text())
                .contains("Napaka na računu", "Račun je napačen.", "racun.txt", "Jana Zupan", number.text())
                .doesNotContain("Terminal utripa.", "računovodstvo");
        assertThat(jana.get(moved.page().select("a[href*=/files/]").attr("href"))
                        .status())
                .isEqualTo(200);
        assertThat(ana.get("/desk/cases/" + part).text()).contains("računovodstvo");
        assertThat(as("jana").get("/cases?q=napačen").page().select(".number").eachText())
                .containsExactly(part);
        var mails = sql.sql("select recipient_address, text from outgoing_mail")
                .query()
                .listOfRows();
        assertThat(mails).hasSize(1);
        assertThat(String.valueOf(mails.getFirst().get("text")).replaceAll("\\s+", " "))
                .contains("iz zahtevka " + number + " »Terminal se ne odziva« smo ločili nov zahtevek", part);
        assertThat(mails.getFirst().get("recipient_address")).isEqualTo("jana@kupec.example");
    }

    @Test
    void whoReadsOnlyTheWholeLearnsNoNumberOfThePart() {
        participants.add(ana(), number, cast.boris());
        participants.confirm(ana(), number, cast.boris());
        var part = split(asAna(), "note", note("Račun je"));
        var boris = as("boris");
        assertThat(boris.get("/cases/" + number).body())
                .contains("Part of the conversation continues")
                .doesNotContain(part);
        assertThat(boris.get("/cases/" + part).status()).isEqualTo(404);
        assertThat(sql.sql("select text from outgoing_mail where recipient_address = 'boris@kupec.example'")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains(part));
    }

    @Test
    void theRequesterIsOneWhoReadsTheCaseAndIsOfItsCompany() {
        participants.add(ana(), number, cast.boris());
        participants.confirm(ana(), number, cast.boris());
        participants.add(ana(), number, cast.marija());
        var ana = asAna();
        var path = path(number) + "/split";
        var page = ana.get(path);
        assertThat(page.page().select("#requester option").eachText()).containsExactly("Jana Zupan", "Marija Kos");
        for (var who : List.of(cast.boris(), cast.janez(), cast.ana())) {
            var wrong = ana.submit(
                    page,
                    path,
                    "note",
                    note("Račun je"),
                    "title",
                    "A",
                    "description",
                    "B",
                    "requester",
                    Long.toString(who));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.page().select("#requester-error")).isNotEmpty();
        }
    }

    @Test
    void nothingTypedIsLostAndASecondClickMakesNoSecondCase() {
        var ana = asAna();
        var path = path(number) + "/split";
        var wrong =
                ana.submit(ana.get(path), path, "note", note("Račun je"), "title", " ", "description", "Opis ostane");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#title-error")).isNotEmpty();
        assertThat(wrong.page().select("#description").text()).isEqualTo("Opis ostane");
        assertThat(wrong.page().select("input[name=note][checked]").eachAttr("value"))
                .containsExactly(note("Račun je"));
        assertThat(ana.submit(ana.get(path), path, "title", "A", "description", "B")
                        .page()
                        .select("#note-error"))
                .isNotEmpty();

        var first = ana.submit(wrong, path, "title", "Račun", "take", "true");
        var second = ana.submit(wrong, path, "title", "Račun", "take", "true");
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(count("cases")).isEqualTo(2);
        assertThat(ana.get(first.location()).page().select(".desk-owner-name").text())
                .contains("Ana Vidmar");
    }

    @Test
    void aNoteOfAnotherCaseIsNotTaken() {
        var other = submitted(boris(), "Mlekarna");
        says(boris(), other, "Skrivnost.");
        var ana = asAna();
        var path = path(number) + "/split";
        var wrong = ana.submit(ana.get(path), path, "note", note("Skrivnost"), "title", "A", "description", "B");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#note-error").text()).contains("medtem že v drugem");
        assertThat(as("boris").get("/cases/" + other).text()).contains("Skrivnost.");
    }

    private String split(Visitor ana, String... notes) {
        var path = path(number) + "/split";
        var sent = new ArrayList<>(List.of(notes));
        sent.addAll(List.of("title", "Napaka na računu", "description", "Račun za december je napačen."));
        var done = ana.submit(ana.get(path), path, sent.toArray(String[]::new));
        assertThat(done.status()).isEqualTo(303);
        return done.location().substring(done.location().lastIndexOf('/') + 1);
    }

    private String note(String beginning) {
        return sql.sql("select id from note where body like :beginning")
                .param("beginning", beginning + "%")
                .query(String.class)
                .single();
    }
}
