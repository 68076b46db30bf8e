package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.cases.Participants;
import si.podpora.cases.StatusReason;

/** Corrections of a case's fields. */
class FieldsTests extends DeskTests {

    @Autowired
    private Participants participants;

    @Test
    void theFieldsAreCorrectedAndEachChangeIsAnEvent() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number) + "/fields");

        var answer = ana.submit(
                page, path(number) + "/fields", "title", "Registrirna ura ne žiga", "serialNumber", "zx 12-34");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(column(number, "title")).isEqualTo("Registrirna ura ne žiga");
        assertThat(column(number, "serial_number")).isEqualTo("ZX1234");
        assertThat(column(number, "description")).isEqualTo("Potrebujem pomoč pri nastavitvi urnika.");
        assertThat(sql.sql("select count(*) from case_event where kind = 'edited'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatAColleagueHasCorrectedMeanwhileIsNotUndone() {
        var number = submitted(janez(), "Ura ne žiga");
        var path = path(number) + "/fields";
        gregor();
        var ana = asAna();
        var gregor = as("gregor");
        var his = gregor.get(path);
        ana.submit(ana.get(path), path, "title", "Registrirna ura ne žiga");

        var told = gregor.submit(his, path, "reference", "N-77");
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("medtem popravil", "Zdaj je shranjeno: Registrirna ura ne žiga");
        assertThat(told.page().select("#reference").attr("value")).isEqualTo("N-77");
        assertThat(column(number, "title")).isEqualTo("Registrirna ura ne žiga");

        assertThat(gregor.submit(told, path, "title", "Registrirna ura ne žiga").status())
                .isEqualTo(303);
        assertThat(column(number, "reference")).isEqualTo("N-77");
        assertThat(column(number, "title")).isEqualTo("Registrirna ura ne žiga");
    }

    @Test
    void aCaseWhoseCustomerHasLeftIsGivenToAColleague() {
        var number = submitted(jana(), "Ura ne žiga");
        cast.marija();
        participants.add(jana(), number, cast.janez());
        boris();
        leaves(cast.jana());
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();
        var fields = path(number) + "/fields";
        assertThat(ana.get(path(number)).page().select("#recipients a").attr("href"))
                .isEqualTo(fields + "#requester");

        var page = ana.get(fields);
        assertThat(page.page().select("#requester option").eachText())
                .containsExactly("Jana Zupan (brez dostopa do podjetja)", "Marija Kos", "Janez Novak");
        assertThat(page.page().select("#requester option[selected]").text()).startsWith("Jana Zupan");
        for (var stranger : List.of(boris(), ana())) {
            var refused = ana.submit(page, fields, "requester", Long.toString(stranger.id()));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#requester-error").text())
                    .isEqualTo("Izberite osebo iz podjetja stranke.");
        }
        assertThat(ana.submit(page, fields, "requester", Long.toString(cast.janez()))
                        .status())
                .isEqualTo(303);

        var shown = ana.get(path(number));
        assertThat(shown.text()).contains("Zahtevek je od osebe Jana Zupan prevzela oseba Janez Novak.");
        assertThat(shown.page().select("#recipients li strong").eachText()).containsExactly("Janez Novak");
        assertThat(shown.page().select("#recipients a")).isEmpty();
        assertThat(as("janez").get("/cases?q=" + number).text()).contains("Ura ne žiga");
        assertThat(sql.sql("select recipient_address || ' ' || text from outgoing_mail")
                        .query(String.class)
                        .single()
                        .replaceAll("\\s+", " "))
                .startsWith("janez@kupec.example")
                .contains("help-desk vam je predal odprti zahtevek osebe Jana Zupan:", "Ura ne žiga");
    }

    @Test
    void whomAColleagueHasChosenMeanwhileIsNotUndone() {
        var number = submitted(jana(), "Ura ne žiga");
        janez();
        gregor();
        var fields = path(number) + "/fields";
        var gregor = as("gregor");
        var his = gregor.get(fields);
        var ana = asAna();
        ana.submit(ana.get(fields), fields, "requester", Long.toString(cast.janez()));

        var told = gregor.submit(his, fields, "reference", "N-77");
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.page().select("#requester-error").text()).isEqualTo("Zdaj je shranjeno: Janez Novak");
        assertThat(column(number, "requester_id")).isEqualTo(Long.toString(cast.janez()));
    }

    @Test
    void theCaseOfSomebodyWithoutACompanyOrAClosedOneStaysTheirs() {
        var alone = submitted(cast.actor(cast.nina()), "Ura ne žiga");
        var closed = submitted(jana(), "Rešeno");
        handling.changeStatus(ana(), closed, StatusReason.WORK_COMPLETED);
        var ana = asAna();
        for (var number : List.of(alone, closed)) {
            assertThat(ana.get(path(number) + "/fields").page().select("#requester"))
                    .isEmpty();
        }
        assertThat(ana.submit(
                                ana.get(path(alone) + "/fields"),
                                path(alone) + "/fields",
                                "requester",
                                Long.toString(cast.jana()))
                        .status())
                .isEqualTo(422);
    }

    private void leaves(long person) {
        sql.sql("update membership set state = 'ended' where person_id = :person")
                .param("person", person)
                .update();
    }

    @Test
    void wrongFieldsAreShownAgainAsTheyWereTyped() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var answer = ana.submit(
                ana.get(path(number) + "/fields"), path(number) + "/fields", "title", "", "reference", "N-77");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#title").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.page().select("#reference").attr("value")).isEqualTo("N-77");
        assertThat(column(number, "title")).isEqualTo("Ura ne žiga");
    }
}
