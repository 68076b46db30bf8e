package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the help desk writes to a case: internal notes and replies to the customer. */
class AnswersTests extends DeskTests {

    @Test
    void internalAndPublicNotesStandApart() {
        var number = submitted(janez(), "Ura ne žiga");
        remarks(ana(), number, "Verjetno čitalna glava.");
        says(ana(), number, "Ali lučka utripa?");

        var page = asAna().get(path(number)).page();
        assertThat(page.select(".note-internal").text()).contains("Interna opomba", "Verjetno čitalna glava.");
        assertThat(page.select(".note-staff").text()).contains("Ali lučka utripa?");
    }

    @Test
    void aNoteIsInternalUnlessItsWriterSaysOtherwise() {
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();

        var answer = ana.submit(ana.get(path(number)), path(number) + "/notes", "note", "Skrivnostna okvara.");

        assertThat(answer.location()).endsWith(path(number));
        assertThat(ana.follow(answer).text()).contains("Interna opomba je shranjena.", "Skrivnostna okvara.");
        assertThat(mails()).isEmpty();
        var customers = as("janez").get("/cases/" + number);
        assertThat(customers.status()).isEqualTo(200);
        assertThat(customers.body()).doesNotContain("Skrivnostna");
        assertThat(ana.get(path(number) + "/customer").body()).doesNotContain("Skrivnostna");
        assertThat(sql.sql("select public_words::text from case_search")
                        .query(String.class)
                        .single())
                .doesNotContain("skrivnostna");
    }

    @Test
    void aReplyIsMailedToTheCustomer() {
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();
        var page = ana.get(path(number));
        assertThat(page.page().select("#recipients").text())
                .isEqualTo("E-pošto bo prejela 1 oseba: Janez Novak <janez@kupec.example>");

        ana.submit(page, path(number) + "/replies", "reply", "Ali lučka utripa?");

        assertThat(mails()).containsExactly("janez@kupec.example");
        assertThat(as("janez").get("/cases/" + number).text()).contains("Ali lučka utripa?");
        assertThat(ana.get(path(number) + "/customer").text()).contains("Ali lučka utripa?");
        assertThat(ana.get(path(number)).page().select(".desk-mails").text())
                .contains("Janez Novak <janez@kupec.example>");
    }

    @Test
    void aReplySentTwiceIsOneNote() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number));
        clock.forward(Duration.ofSeconds(1));
        for (int i = 0; i < 2; i++) {
            var answer = ana.submit(page, path(number) + "/replies", "reply", "Ali dela?");
            assertThat(answer.status()).isEqualTo(303);
        }
        assertThat(sql.sql("select count(*) from note").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void anEmptyNoteIsRefusedAndNothingTypedIsLost() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var answer = ana.submit(ana.get(path(number)), path(number) + "/replies", "reply", "  ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#reply").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.text()).contains("Napišite besedilo ali priložite datoteko.");
        assertThat(answer.page().select("#reply-box").hasAttr("open")).isTrue();
    }

    @Test
    void aReplyThatTheCustomerHasOvertakenIsShownAgainWithWhatIsNew() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number));
        clock.forward(Duration.ofMinutes(1));
        says(janez(), number, "Že dela, hvala.");

        var shown = ana.submit(page, path(number) + "/replies", "reply", "Pridemo jutri.");
        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.page().select(".overtaken").text()).contains("Odgovor še ni poslan", "Že dela, hvala.");
        assertThat(shown.page().select("#reply").text()).isEqualTo("Pridemo jutri.");

        assertThat(ana.submit(shown, path(number) + "/replies").status()).isEqualTo(303);
        assertThat(ana.get(path(number)).text()).contains("Pridemo jutri.");
    }

    @Test
    void whoSaysNothingOrClaimsToHaveSeenTheFutureHasSeenNothing() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number));
        clock.forward(Duration.ofMinutes(1));
        says(janez(), number, "Že dela, hvala.");

        for (var seen : List.of(clock.instant().plusSeconds(60).toString(), "+99999-01-01T00:00:00Z", "")) {
            var shown = ana.submit(page, path(number) + "/replies", "reply", "Pridemo jutri.", "seen", seen);
            assertThat(shown.status()).as(seen).isEqualTo(409);
        }
        assertThat(ana.get(path(number)).text()).doesNotContain("Pridemo jutri.");
    }
}
