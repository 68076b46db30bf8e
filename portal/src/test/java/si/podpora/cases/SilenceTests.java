package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to a case that waits for its customer; it is asked on Tuesday, 15 December 2020. */
class SilenceTests extends CasesTests {

    @Autowired
    private SilentCases silent;

    @Autowired
    private Participants participants;

    private CaseNumber number = new CaseNumber("CAS-00001-000000");

    @BeforeEach
    void theHelpDeskAsks() {
        number = submitted(boris());
        says(ana(), number, "Which version do you use?");
        handling.changeStatus(ana(), number, StatusReason.WAITING_FOR_DETAILS);
        forget();
    }

    @Test
    void theCustomerIsRemindedTwiceAndThenTheCaseIsClosed() {
        at("2020-12-21T09:00:00Z");
        assertThat(mails()).isEmpty();

        at("2020-12-22T09:00:00Z");
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("boris@kupec.example");
            assertThat(mail.subject()).isEqualTo(number + ": we are waiting for your answer – TEST");
            assertThat(mail.text())
                    .contains("Which version do you use?", "until the end of 7 Jan 2021", "/cases/" + number);
        });

        at("2020-12-30T09:00:00Z");
        assertThat(mails())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("This is the last reminder", "until the end of 7 Jan 2021"));

        at("2021-01-07T22:30:00Z");
        assertThat(mails()).isEmpty();
        at("2021-01-08T09:00:00Z");
        assertThat(mails())
                .extracting(Mail::to)
                .containsExactlyInAnyOrder("boris@kupec.example", "helpdesk@spica.example");
        assertThat(events(number).subList(2, 5))
                .containsExactly("reminded 2021-01-07", "reminded 2021-01-07", "expired cancelled");
        assertThat(access.find(boris(), number).status()).isEqualTo(StatusReason.CANCELLED);

        reopens(boris(), number);
        assertThat(access.find(boris(), number).status()).isEqualTo(StatusReason.IN_PROGRESS);
    }

    @Test
    void whoTakesPartIsRemindedToo() {
        cast.jana();
        participants.add(ana(), number, cast.jana());
        participants.confirm(ana(), number, cast.jana());
        forget();
        at("2020-12-22T09:00:00Z");
        assertThat(mails()).extracting(Mail::to).containsExactly("boris@kupec.example", "jana@kupec.example");
        assertThat(mails().getLast().text())
                .contains("Which version do you use?", "7. 1. 2021", "ker sodelujete v tem zahtevku");

        sql.sql("update person set mail_on_change = false where id in (:boris, :jana)")
                .param("boris", cast.boris())
                .param("jana", cast.jana())
                .update();
        forget();
        at("2020-12-30T09:00:00Z");
        assertThat(mails()).extracting(Mail::to).containsExactly("boris@kupec.example");
    }

    @Test
    void aCaseThatNobodyIsMailedAboutIsNeitherRemindedOfNorClosed() {
        leaves();
        for (var time : List.of("2020-12-22T09:00:00Z", "2020-12-30T09:00:00Z", "2021-01-08T09:00:00Z")) {
            at(time);
            assertThat(mails()).as(time).isEmpty();
        }
        assertThat(events(number)).noneMatch(event -> event.startsWith("reminded") || event.startsWith("expired"));
        assertThat(access.find(ana(), number).status()).isEqualTo(StatusReason.WAITING_FOR_DETAILS);

        participants.add(ana(), number, cast.janez());
        participants.confirm(ana(), number, cast.janez());
        at("2021-01-11T09:00:00Z");
        assertThat(mails()).extracting(Mail::to).containsExactly("janez@kupec.example");
    }

    @Test
    void whoLeavesAfterTheLastReminderLeavesTheCaseToTheHelpDesk() {
        at("2020-12-22T09:00:00Z");
        at("2020-12-30T09:00:00Z");
        leaves();
        at("2021-01-08T09:00:00Z");
        assertThat(mails()).isEmpty();
        assertThat(access.find(ana(), number).status()).isEqualTo(StatusReason.WAITING_FOR_DETAILS);
    }

    @Test
    void whoReadsTheCaseOfAColleagueWhoLeftIsNotToldADayOnWhichNothingHappens() {
        cast.janez();
        var janas = submitted(jana());
        handling.changeStatus(ana(), janas, StatusReason.WAITING_FOR_DETAILS);
        assertThat(as("janez").get("/cases/" + janas).text()).contains("ne odgovorite, bomo zahtevek zaključili");

        leaves(cast.jana());
        assertThat(as("janez").get("/cases/" + janas).text())
                .contains("Dokler ne odgovorite, dela ne moremo nadaljevati")
                .doesNotContain("ne odgovorite, bomo");
    }

    private void leaves() {
        leaves(cast.boris());
    }

    private void leaves(long person) {
        sql.sql("update membership set state = 'ended' where person_id = :person")
                .param("person", person)
                .update();
    }

    @Test
    void nobodyIsRemindedTwiceOfTheSameNorInTheNightOrOnAHoliday() {
        at("2020-12-22T06:30:00Z");
        assertThat(mails()).isEmpty();
        at("2020-12-22T07:00:00Z");
        assertThat(mails()).hasSize(1);
        at("2020-12-22T12:00:00Z");
        at("2020-12-23T12:00:00Z");
        at("2020-12-25T12:00:00Z");
        assertThat(mails()).isEmpty();
    }

    @Test
    void anAnswerEndsTheCountingAndTheNextQuestionBeginsItAnew() {
        at("2020-12-22T09:00:00Z");
        says(boris(), number, "Version 8");
        forget();
        at("2021-01-20T09:00:00Z");
        assertThat(mails()).isEmpty();

        handling.changeStatus(ana(), number, StatusReason.WAITING_FOR_DETAILS);
        forget();
        at("2021-01-26T09:00:00Z");
        assertThat(mails()).isEmpty();
        at("2021-01-27T09:00:00Z");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whoIsAskedOnceMoreHasAsLongAsTheFirstTime() {
        at("2020-12-22T09:00:00Z");
        says(ana(), number, "And which browser?");
        forget();
        at("2020-12-30T08:00:00Z");
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("And which browser?", "until the end of 14 Jan 2021")
                        .doesNotContain("last reminder"));
    }

    @Test
    void afterALongOutageTheCustomerIsWarnedBeforeAnythingIsClosed() {
        at("2021-03-01T09:00:00Z");
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("last reminder", "until the end of 8 Mar 2021"));
        at("2021-03-08T09:00:00Z");
        assertThat(mails()).isEmpty();
        at("2021-03-09T09:00:00Z");
        assertThat(access.find(boris(), number).closed()).isTrue();
    }

    @Test
    void severalCopiesAtOnceSendOneMail() throws Exception {
        clock.set(Instant.parse("2020-12-22T09:00:00Z"));
        try (var copies = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> copy = () -> {
                silent.run();
                return true;
            };
            for (var done : copies.invokeAll(List.of(copy, copy, copy, copy))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(mails()).hasSize(1);
        assertThat(events(number))
                .filteredOn(event -> event.startsWith("reminded"))
                .hasSize(1);
    }

    @Test
    void thePageSaysWhatHappensAndWhen() {
        assertThat(as("boris").get("/cases/" + number).text())
                .contains("We are waiting for your answer", "If you do not answer by 7 Jan 2021, we will close");
        says(boris(), number, "Version 8");
        assertThat(as("boris").get("/cases/" + number).text()).doesNotContain("If you do not answer");
    }

    private void at(String time) {
        forget();
        clock.set(Instant.parse(time));
        silent.run();
    }

    private void forget() {
        sql.sql("delete from outgoing_mail").update();
    }

    private record Mail(String to, String subject, String text) {}

    private List<Mail> mails() {
        return sql.sql("select recipient_address, subject, text from outgoing_mail order by id")
                .query((row, index) -> new Mail(
                        row.getString(1), row.getString(2), row.getString(3).replaceAll("[\\s\u00a0]+", " ")))
                .list();
    }
}
