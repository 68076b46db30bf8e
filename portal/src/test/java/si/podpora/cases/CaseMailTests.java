package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseMailTests extends CasesTests {

    record Mail(String to, String purpose, String subject, String text) {}

    @Test
    void aNewCaseIsMailedToTheCustomerAndToTheHelpDesk() {
        var number = submitted(janez());

        assertThat(mails()).extracting(Mail::to).containsExactly("janez@kupec.example", "helpdesk@spica.example");
        assertThat(mails()).allSatisfy(mail -> assertThat(mail.subject()).isEqualTo(number + ": TEST"));
        assertThat(mails().getFirst().text())
                .contains("Lastnik: Help-desk", "najbolj primerni osebi", "http://localhost:8080/cases/" + number);
        assertThat(mails().getLast().text())
                .contains("Kovinar d.o.o.", "Potrebujem pomoč pri nastavitvi urnika.", "/desk/cases/" + number);
    }

    @Test
    void theHelpDeskReadsOfARepairWhetherItIsUnderWarrantyAndTheCustomersReference() {
        cast.janez();
        var janez = as("janez");
        var answer = janez.submit(
                janez.get("/cases/new"),
                "/cases",
                "type",
                "repair",
                "title",
                "Terminal",
                "description",
                "Ne žiga",
                "warrantyRepair",
                "true",
                "serial",
                "ZT-1",
                "reference",
                "NAR-7");
        assertThat(answer.location()).startsWith("/cases/CAS-");
        assertThat(to("helpdesk@spica.example").getFirst().text())
                .contains("Serijska številka: ZT1 Garancijsko popravilo: Da Vaša referenca: NAR-7 ");
    }

    @Test
    void aSentenceAfterTheGreetingBeginsAsTheLanguageWants() {
        var slovenian = submitted(janez());
        var english = submitted(boris());
        assertThat(to("janez@kupec.example").getFirst().text()).contains("Pozdravljeni, prejeli smo");
        assertThat(to("boris@kupec.example").getFirst().text()).contains("Hello, We have received");
        sent();
        handling.changeStatus(ana(), slovenian, StatusReason.RESEARCHING);
        handling.changeStatus(ana(), english, StatusReason.RESEARCHING);
        assertThat(to("janez@kupec.example").getFirst().text())
                .contains("Pozdravljeni, sporočamo vam, kaj je novega pri zahtevku. Stanje zahtevka:");
        assertThat(to("boris@kupec.example").getFirst().text())
                .contains("Hello, Here is what is new about the case. Status of the case:");
    }

    @Test
    void aMailIsInItsRecipientsLanguage() {
        var number = submitted(boris());
        says(ana(), number, "How can we help you?");

        assertThat(to("boris@kupec.example"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains("Hello,", "Owner: Help desk")
                        .doesNotContain("Pozdravljeni"));
        assertThat(to("helpdesk@spica.example").getFirst().text()).contains("Pozdravljeni,");
    }

    @Test
    void theHelpDesksNoteIsMailedToTheCustomerAndNotToItself() {
        var number = submitted(janez());
        sent();

        says(ana(), number, "Kako vam lahko pomagamo?");

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("janez@kupec.example");
            assertThat(mail.text()).contains("Ana Vidmar, help-desk", "Kako vam lahko pomagamo?");
        });
    }

    @Test
    void theCustomersNoteGoesToTheHelpDeskAndOnceAssignedToTheOwner() {
        var number = submitted(janez());
        sent();

        says(janez(), number, "Prvo");
        assertThat(mails()).extracting(Mail::to).containsExactly("helpdesk@spica.example");
        handling.assign(ana(), number, cast.gregor());
        sent();
        says(janez(), number, "Drugo");

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("gregor@spica.example");
            assertThat(mail.text()).contains("Lastnik: Gregor Berčič", "> Drugo");
        });
    }

    @Test
    void whileTheOwnerIsAwayTheSubstituteIsMailedToo() {
        var number = submitted(janez());
        handling.assign(ana(), number, cast.gregor());
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Ljubljana"));
        away(cast.gregor(), today.minusDays(1), today.plusDays(1), cast.ana());
        sent();

        says(janez(), number, "Se komu mudi?");

        assertThat(mails()).extracting(Mail::to).containsExactly("gregor@spica.example", "ana@spica.example");
        assertThat(mails().getLast().text()).contains("> Se komu mudi?", "ker lastnika nadomeščate");

        sql.sql("update absence set last_day = :yesterday")
                .param("yesterday", today.minusDays(1))
                .update();
        sent();
        says(janez(), number, "Pa zdaj?");
        assertThat(mails()).extracting(Mail::to).containsExactly("gregor@spica.example");
    }

    private void away(long who, LocalDate first, LocalDate last, long substitute) {
        sql.sql("""
                insert into absence (person_id, first_day, last_day, substitute_id, created_by, created_at)
                values (:who, :first, :last, :substitute, :who, now())
                """)
                .param("who", who)
                .param("first", first)
                .param("last", last)
                .param("substitute", substitute)
                .update();
    }

    @Test
    void whoIsGivenACaseByAColleagueIsToldWhatItIsAndWhy() {
        var number = submitted(janez());
        sent();

        handling.assign(ana(), number, cast.gregor(), "Pristop pozna bolje");

        assertThat(to("gregor@spica.example")).singleElement().satisfies(mail -> {
            assertThat(mail.purpose()).isEqualTo("cases.assigned");
            assertThat(mail.subject()).isEqualTo(number + ": TEST");
            assertThat(mail.text())
                    .contains(
                            "zahtevek vam je dodelila oseba Ana Vidmar",
                            "Janez Novak",
                            "Kovinar d.o.o.",
                            "Pristop pozna bolje",
                            "> Potrebujem pomoč pri nastavitvi urnika.",
                            "/desk/cases/" + number);
        });
        assertThat(to("janez@kupec.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).doesNotContain("Pristop pozna bolje"));
    }

    @Test
    void theMailAboutAGivenCaseIsInTheNewOwnersLanguage() {
        sql.sql("update person set language = 'en' where id = :gregor")
                .param("gregor", cast.gregor())
                .update();
        var number = submitted(boris());
        sent();
        handling.assign(ana(), number, cast.gregor());
        assertThat(to("gregor@spica.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("Ana Vidmar has given you this case.", "Boris Horvat", "Mlekarna Polje d.d.")
                        .doesNotContain("Reason", "Pozdravljeni"));
    }

    @Test
    void whoTakesACaseGivesItBackOrWantsNoMailIsNotTold() {
        var number = submitted(janez());
        sent();
        handling.assign(ana(), number, cast.ana());
        handling.assign(ana(), number, null);
        sql.sql("update person set mail_on_change = false where id = :gregor")
                .param("gregor", cast.gregor())
                .update();
        handling.assign(ana(), number, cast.gregor());
        assertThat(mails()).extracting(Mail::to).containsOnly("janez@kupec.example");
    }

    @Test
    void aColleaguesNoteIsMailedToTheRequesterToo() {
        var number = submitted(jana());
        sent();

        says(janez(), number, "Enako velja za skladišče.");

        assertThat(mails())
                .extracting(Mail::to)
                .containsExactlyInAnyOrder("jana@kupec.example", "helpdesk@spica.example");
    }

    @Test
    void severalChangesWithinTwoMinutesAreOneMail() {
        var number = submitted(janez());
        sent();

        handling.assign(gregor(), number, cast.gregor());
        clock.forward(Duration.ofSeconds(40));
        says(gregor(), number, "Pogledam takoj.");
        clock.forward(Duration.ofSeconds(40));
        handling.changeStatus(gregor(), number, StatusReason.RESEARCHING);

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("janez@kupec.example");
            assertThat(mail.text())
                    .contains(
                            "Lastnik: Gregor Berčič",
                            "Lastnik zahtevka je zdaj Gregor Berčič.",
                            "> Pogledam takoj.",
                            "Stanje zahtevka: Raziskovanje.");
        });
        assertThat(sql.sql(
                                "select due_at - created_at = interval '2 minutes' from outgoing_mail where state = 'waiting'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatWasMailedIsNotMailedAgain() {
        var number = submitted(janez());
        says(ana(), number, "Prvo");
        sent();
        clock.forward(Duration.ofMinutes(3));

        says(ana(), number, "Drugo");

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Drugo").doesNotContain("Prvo"));
    }

    @Test
    void anInternalNoteIsNeverMailed() {
        var number = submitted(janez());
        sent();

        remarks(ana(), number, "Stranka zamuja s plačilom.");
        assertThat(mails()).isEmpty();
        says(ana(), number, "Pozdravljeni!");

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).doesNotContain("plačilom"));
    }

    @Test
    void nobodyIsMailedTheirOwnChange() {
        var number = submitted(janez());
        handling.changeStatus(ana(), number, StatusReason.WAITING_FOR_DETAILS);
        sent();

        says(janez(), number, "Tu so podrobnosti.");
        closures.close(janez(), number, "Rešeno.");

        assertThat(to("janez@kupec.example")).isEmpty();
        assertThat(to("helpdesk@spica.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(
                                "> Tu so podrobnosti.",
                                "Zahtevek je zaključen. Stanje: Delo zaključeno. Razlog: Rešeno."));
    }

    @Test
    void whoDoesNotWantToBeToldOfChangesIsToldNothing() {
        var number = submitted(janez());
        sql.sql("update person set mail_on_change = false where username = 'janez'")
                .update();
        sent();

        says(ana(), number, "Kako vam lahko pomagamo?");

        assertThat(mails()).isEmpty();
    }

    @Test
    void theMailsOfACaseAreOneThread() {
        var number = submitted(janez());
        says(ana(), number, "Kako vam lahko pomagamo?");

        assertThat(sql.sql("select distinct thread from outgoing_mail")
                        .query(String.class)
                        .list())
                .containsExactly("case-" + access.find(janez(), number).id());
    }

    private List<Mail> mails() {
        return sql.sql("""
                select recipient_address, purpose, subject, text from outgoing_mail where state = 'waiting' order by id
                """)
                .query((row, index) -> new Mail(
                        row.getString("recipient_address"),
                        row.getString("purpose"),
                        row.getString("subject"),
                        row.getString("text").replaceAll("[\\s\u00a0]+", " ")))
                .list();
    }

    private List<Mail> to(String address) {
        return mails().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** What has waited until now is away. */
    private void sent() {
        sql.sql("update outgoing_mail set state = 'sent'").update();
    }
}
