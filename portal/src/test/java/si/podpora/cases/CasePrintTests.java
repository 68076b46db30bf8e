package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import si.podpora.web.SqlTime;

/** The print view of a case: all of it in one piece. */
class CasePrintTests extends CasesTests {

    @Test
    void theCaseLeadsToAPrintViewOfTheWholeConversation() {
        var number = submitted(janez());
        notes(number, 250);
        var janez = as("janez");
        var link = janez.get("/cases/" + number).page().expectFirst("a[href$=/print]");
        assertThat(link.text()).isEqualTo("Natisni");

        var page = janez.get(link.attr("href")).page();

        assertThat(page.title()).startsWith(number + " | TEST");
        assertThat(page.select("main h1").text()).isEqualTo("TEST | " + number);
        assertThat(page.select(".print-head").text())
                .isEqualTo("Spica International d.o.o. Natisnjeno 15. 12. 2020 10:06");
        assertThat(page.select(".note:not(.note-first) .note-body").eachText())
                .hasSize(250)
                .startsWith("Opomba 1")
                .endsWith("Opomba 250");
        assertThat(page.select("main form, main textarea, main input")).isEmpty();
    }

    @Test
    void aPrintTakesFewStatementsHoweverLongTheConversationIs() {
        var number = submitted(janez());
        var janez = as("janez");
        notes(number, 300);
        assertThat(statements.during(() -> janez.get("/cases/" + number + "/print")))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void internalNotesAreOnTheHelpDesksPrintOnly() {
        var number = submitted(janez());
        remarks(ana(), number, "Stranka zamuja s plačilom.");

        assertThat(as("ana")
                        .get("/cases/" + number + "/print")
                        .page()
                        .select(".note-internal")
                        .text())
                .contains("Interna opomba", "Stranka zamuja s plačilom.");
        assertThat(as("janez").get("/cases/" + number + "/print").body()).doesNotContain("plačilom");
        assertThat(as("ana")
                        .get("/desk/cases/" + number)
                        .page()
                        .select("a[href$=/print]")
                        .text())
                .isEqualTo("Natisni");
    }

    private void notes(CaseNumber number, int many) {
        sql.sql("""
                insert into note (case_id, author_id, by_staff, visibility, body, submission_key, created_at)
                select c.id, :author, false, 'public', 'Opomba ' || n, gen_random_uuid(), :now
                from generate_series(1, :many) n, cases c where c.number = :number
                """)
                .param("author", cast.janez())
                .param("now", SqlTime.of(clock.instant()))
                .param("many", many)
                .param("number", number.text())
                .update();
    }
}
