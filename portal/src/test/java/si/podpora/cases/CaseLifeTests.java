package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import si.podpora.web.Refusal;

class CaseLifeTests extends CasesTests {

    @Test
    void aNewCaseIsInProgressWithTheHelpDesk() {
        var number = submitted(janez());

        var found = access.find(janez(), number);
        assertThat(found.status()).isEqualTo(StatusReason.IN_PROGRESS);
        assertThat(found.ownerId()).isNull();
        assertThat(found.companyId()).isEqualTo(cast.kovinar());
        assertThat(found.number()).isEqualTo(number);
        assertThat(events(number)).containsExactly("submitted portal");
    }

    @Test
    void submittingTheSameFormAgainFindsTheFirstCase() {
        var form = request("TEST");

        var first = cases.submit(janez(), form);

        assertThat(cases.submit(janez(), form)).isEqualTo(first);
        assertThat(count("cases")).isEqualTo(1);
        assertThat(count("outgoing_mail")).isEqualTo(2);
    }

    @Test
    void eightClicksAtOnceMakeOneCase() throws Exception {
        var janez = janez();
        var form = request("TEST");
        var together = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = IntStream.range(0, 8)
                    .mapToObj(click -> threads.submit(() -> {
                        together.await();
                        return cases.submit(janez, form);
                    }))
                    .toList();
            var first = numbers.getFirst().get();
            for (var number : numbers) {
                assertThat(number.get()).isEqualTo(first);
            }
        }
        assertThat(count("cases")).isEqualTo(1);
        assertThat(count("case_event")).isEqualTo(1);
        assertThat(count("outgoing_mail")).isEqualTo(2);
    }

    @Test
    void eightClicksAtOnceAddOneNote() throws Exception {
        var janez = janez();
        var number = submitted(janez);
        var note = NewNote.of(UUID.randomUUID(), "Še vedno ne dela.", Visibility.PUBLIC);
        var together = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = IntStream.range(0, 8)
                    .mapToObj(click -> threads.submit(() -> {
                        together.await();
                        conversation.add(janez, number, note);
                        return true;
                    }))
                    .toList();
            for (var click : clicks) {
                assertThat(click.get()).isTrue();
            }
        }
        assertThat(count("note")).isEqualTo(1);
    }

    @Test
    void theHelpDeskSubmitsNoCasesOfItsOwn() {
        assertThatThrownBy(() -> submitted(ana())).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void anAnswerPutsACaseThatWaitsForDetailsBackInProgress() {
        var number = submitted(janez());
        handling.changeStatus(ana(), number, StatusReason.WAITING_FOR_DETAILS);

        says(janez(), number, "Tu so podrobnosti.");

        assertThat(access.find(janez(), number).status()).isEqualTo(StatusReason.IN_PROGRESS);
        assertThat(events(number))
                .containsExactly(
                        "submitted portal", "status_changed waiting_for_details", "status_changed in_progress");
    }

    @Test
    void theHelpDesksOwnNoteLeavesACaseWaiting() {
        var number = submitted(janez());
        handling.changeStatus(ana(), number, StatusReason.WAITING_FOR_DETAILS);

        says(ana(), number, "Prosimo za serijsko številko.");

        assertThat(access.find(janez(), number).status()).isEqualTo(StatusReason.WAITING_FOR_DETAILS);
    }

    @Test
    void anInternalNoteChangesNothingThatTheCustomerSees() {
        var number = submitted(janez());
        clock.forward(Duration.ofHours(1));

        remarks(ana(), number, "Stranka zamuja s plačilom.");

        assertThat(sql.sql("select changed_at = created_at from cases")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aCustomerWritesNoInternalNote() {
        var number = submitted(janez());

        assertThatThrownBy(() -> remarks(janez(), number, "Skrito")).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void aClosedCaseSaysWhoClosedItAndWhy() {
        var number = submitted(janez());

        closures.close(janez(), number, "Rešili smo sami.");
        closures.close(janez(), number, "Še enkrat.");

        var found = access.find(janez(), number);
        assertThat(found.status()).isEqualTo(StatusReason.WORK_COMPLETED);
        assertThat(found.closedAt()).isEqualTo(clock.instant());
        assertThat(sql.sql("select closing_reason from cases")
                        .query(String.class)
                        .single())
                .isEqualTo("Rešili smo sami.");
        assertThat(events(number)).containsExactly("submitted portal", "closed work_completed");
    }

    @Test
    void aCustomersNoteToAClosedCaseIsRefused() {
        var number = submitted(janez());
        closures.close(janez(), number, "");

        assertThatThrownBy(() -> says(janez(), number, "Še nekaj.")).isInstanceOf(CaseClosed.class);
        assertThat(count("note")).isZero();
    }

    @Test
    void onTheThirtiethDayAClosedCaseCanStillBeOpenedAgain() {
        var number = submitted(janez());
        closures.close(janez(), number, "");
        clock.forward(Duration.ofDays(30));

        closures.reopen(janez(), number, NewNote.of(UUID.randomUUID(), "Napaka je spet tu.", Visibility.PUBLIC));

        var found = access.find(janez(), number);
        assertThat(found.closed()).isFalse();
        assertThat(found.status()).isEqualTo(StatusReason.IN_PROGRESS);
        assertThat(count("note")).isEqualTo(1);
        assertThat(events(number)).endsWith("closed work_completed", "reopened in_progress");
    }

    @Test
    void afterThirtyDaysAClosedCaseStaysClosedForTheCustomer() {
        var number = submitted(janez());
        closures.close(janez(), number, "");
        clock.forward(Duration.ofDays(30).plusSeconds(1));

        assertThatThrownBy(() -> reopens(janez(), number)).isInstanceOf(TooLateToReopen.class);
        assertThat(access.find(janez(), number).closed()).isTrue();
    }

    @Test
    void aNewCaseFollowsTheClosedOne() {
        var first = submitted(janez());
        closures.close(janez(), first, "");
        var form = request("TEST 2");

        var second = cases.submit(
                janez(),
                new NewCase(form.key(), form.type(), form.title(), "", null, "", null, "", "", first, List.of()));

        assertThat(sql.sql("select f.number from cases c join cases f on f.id = c.follows_id where c.number = :number")
                        .param("number", second.text())
                        .query(String.class)
                        .single())
                .isEqualTo(first.text());
        assertThat(events(first)).endsWith("continued " + second);
    }

    @Test
    void nobodyContinuesACaseThatIsNotTheirs() {
        var number = submitted(janez());
        var form = new NewCase(UUID.randomUUID(), CaseType.SUPPORT, "x", "", null, "", null, "", "", number, List.of());

        assertThatThrownBy(() -> cases.submit(boris(), form)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void theOwnerIsAPersonOfTheHelpDesk() {
        var number = submitted(janez());

        handling.assign(ana(), number, cast.gregor());

        assertThat(access.find(janez(), number).ownerName()).isEqualTo("Gregor Berčič");
        assertThat(events(number)).endsWith("assigned Gregor Berčič");
        assertThatThrownBy(() -> handling.assign(ana(), number, cast.janez())).isInstanceOf(Refusal.NotFound.class);

        handling.assign(ana(), number, null);

        assertThat(access.find(janez(), number).ownerName()).isEmpty();
    }

    @Test
    void eachEditedFieldIsAnEvent() {
        var number = submitted(janez());

        corrects(
                ana(),
                number,
                new CaseFields(
                        "TEST",
                        CaseType.REPAIR,
                        "Potrebujem pomoč pri nastavitvi urnika.",
                        null,
                        "",
                        true,
                        "sn 42 a",
                        ""));

        assertThat(events(number)).containsExactly("submitted portal", "edited repair", "edited true", "edited SN42A");
    }

    @Test
    void aCustomerDoesNothingThatIsTheHelpDesks() {
        var number = submitted(janez());

        assertThatThrownBy(() -> handling.assign(janez(), number, cast.gregor()))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> handling.changeStatus(janez(), number, StatusReason.CANCELLED))
                .isInstanceOf(Refusal.NotAllowed.class);
    }
}
