package si.podpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import si.podpora.web.Times;

/** Times are instants in the database, and the reader's own on the page. */
class TimesShownTests extends PortalTests {

    @Test
    void everyTimeInTheDatabaseIsAnInstant() {
        assertThat(sql.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and table_name <> 'flyway_schema_history'
                          and (data_type = 'timestamp without time zone' or data_type like 'time %')
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void aTimeIsShownInTheReadersZoneAndLanguage() {
        var number = cast.caseOf(cast.boris(), cast.mlekarna(), "Ura ne žiga");
        assertThat(exact("boris", number)).isEqualTo("15 Dec 2020, 10:06");

        sql.sql("update person set time_zone = 'America/New_York', language = 'sl' where username = 'boris'")
                .update();

        assertThat(exact("boris", number)).isEqualTo("15. 12. 2020 04:06");
    }

    @Test
    void aDayDoesNotBreakAtTheEndOfALine() {
        var day = LocalDate.of(2028, 1, 7);
        assertThat(Times.day(day, Locale.of("sl"))).isEqualTo("7.\u00a01.\u00a02028");
        assertThat(Times.day(day, Locale.ENGLISH)).isEqualTo("7\u00a0Jan\u00a02028");
        var noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        assertThat(Times.minute(noon, Locale.of("sl"), ZoneOffset.UTC)).isEqualTo("7.\u00a01.\u00a02028 12:00");
        assertThat(Times.minute(noon, Locale.ENGLISH, ZoneOffset.UTC)).isEqualTo("7\u00a0Jan\u00a02028, 12:00");
    }

    @Test
    void theScriptThatLetsTimePassKnowsTheWordsInEveryNumber() {
        var sentence = visitor().get("/").page().body().attr("data-ago").split(";", -1)[1];
        assertThat(sentence).isEqualTo("# minuto nazaj|# minuti nazaj|# minute nazaj|# minut nazaj");
    }

    @Test
    void whatIsStampedComesFromThePortalsClock() {
        cast.janez();
        var janez = as("janez");
        var created = janez.submit(
                janez.get("/cases/new"), "/cases", "type", "support", "title", "Ura", "description", "Opis");
        janez.submit(janez.get(created.location()), created.location() + "/notes", "body", "Opomba");
        for (var stamp : List.of(
                "created_at from cases",
                "created_at from note",
                "created_at from case_event",
                "created_at from outgoing_mail")) {
            assertThat(sql.sql("select " + stamp).query(OffsetDateTime.class).list())
                    .as(stamp)
                    .isNotEmpty()
                    .allSatisfy(at -> assertThat(at.toInstant()).isEqualTo(clock.instant()));
        }
    }

    private String exact(String username, String number) {
        return as(username)
                .get("/cases/" + number)
                .page()
                .expectFirst(".note-first time")
                .attr("title");
    }
}
