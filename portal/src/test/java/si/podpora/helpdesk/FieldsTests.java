package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Corrections of a case's fields. */
class FieldsTests extends DeskTests {

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
