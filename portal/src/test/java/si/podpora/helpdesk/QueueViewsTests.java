package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.podpora.cases.CaseFields;
import si.podpora.cases.CaseType;
import si.podpora.cases.StatusReason;

/** What the views of everybody's hold, and in which order. */
class QueueViewsTests extends QueueStage {

    @Test
    void toTriageIsWhatNobodyHasTouchedTheOldestFirst() {
        submitted(janez(), "Star");
        clock.forward(Duration.ofMinutes(1));
        submitted(janez(), "Nov");
        remarks(ana(), submitted(janez(), "S pripombo"), "Preverim.");
        handling.changeStatus(ana(), submitted(janez(), "V raziskavi"), StatusReason.RESEARCHING);
        handling.assign(ana(), submitted(janez(), "Dodeljen"), gregor().id());
        var released = submitted(janez(), "Vrnjen");
        handling.assign(ana(), released, ana().id());
        handling.assign(ana(), released, null);
        says(janez(), submitted(janez(), "S strankino opombo"), "Še vedno ne dela.");

        var ana = asAna();
        assertThat(titles(ana.get("/desk?view=triage"))).containsExactly("Star", "Nov", "S strankino opombo");
        assertThat(titles(ana.get("/desk?view=unassigned"))).contains("Vrnjen", "S pripombo", "V raziskavi");
    }

    @Test
    void silentLongestBeginsWithWhomWeHaveNotWrittenToForTheLongestTime() {
        var first = submitted(janez(), "Prvi");
        clock.forward(Duration.ofHours(1));
        submitted(janez(), "Drugi");
        clock.forward(Duration.ofHours(1));
        var third = submitted(janez(), "Tretji");
        clock.forward(Duration.ofHours(1));
        says(ana(), first, "Odgovor stranki.");
        clock.forward(Duration.ofHours(1));
        remarks(ana(), third, "Samo za nas.");
        says(janez(), third, "Se je komu uspelo oglasiti?");
        var waiting = submitted(janez(), "Čaka na stranko");
        handling.changeStatus(ana(), waiting, StatusReason.WAITING_FOR_DETAILS);

        var page = asAna().get("/desk?view=silent");

        assertThat(titles(page)).containsExactly("Drugi", "Tretji", "Prvi");
        assertThat(page.page().select("th[aria-sort=ascending]").text()).isEqualTo("Zadnji odgovor");
    }

    @Test
    void repairsAreAllThatIsSentInAndStillOpen() {
        var repair = submitted(janez(), "Počen zaslon");
        submitted(janez(), "Vprašanje");
        sql.sql("update cases set type = 'repair' where number = :number")
                .param("number", repair.text())
                .update();

        assertThat(titles(asAna().get("/desk?view=repairs"))).containsExactly("Počen zaslon");
    }

    @Test
    void aCompanyThatIsRenamedIsSortedByItsNewName() {
        submitted(janez(), "Kovinarjev");
        submitted(boris(), "Mlekarnin");
        var ana = asAna();
        assertThat(titles(ana.get("/desk?sort=customer"))).containsExactly("Kovinarjev", "Mlekarnin");

        sql.sql("update company set name = 'Žičarna d.o.o.' where id = :id")
                .param("id", cast.kovinar())
                .update();

        assertThat(titles(ana.get("/desk?sort=customer"))).containsExactly("Mlekarnin", "Kovinarjev");
        assertThat(ana.get("/desk").text()).contains("Žičarna d.o.o.");
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnSortsBothWaysAndPagesWithoutGapOrDouble(QueueColumn column) {
        var reasons = List.of(
                StatusReason.IN_PROGRESS,
                StatusReason.RESEARCHING,
                StatusReason.WAITING_FOR_DETAILS,
                StatusReason.WORK_COMPLETED);
        for (int i = 0; i < 70; i++) {
            var number = submitted(i % 3 == 0 ? boris() : janez(), "Zahtevek " + i % 7);
            handling.changeStatus(ana(), number, reasons.get(i % 4));
            if (i % 5 == 0) {
                handling.assign(ana(), number, gregor().id());
            }
            clock.forward(Duration.ofSeconds(i % 3)); // some at the same instant
        }
        sql.sql("update cases set type = 'repair' where id % 3 = 0").update();
        var ana = asAna();
        for (var view : List.of("all", "active")) {
            var down = through("/desk?view=" + view + "&sort=-" + column.code());
            var up = through("/desk?view=" + view + "&sort=" + column.code());
            assertThat(down).doesNotHaveDuplicates().hasSize(view.equals("all") ? 70 : 53);
            assertThat(up).isEqualTo(down.reversed());
        }
        assertThat(ana.get("/desk?sort=-" + column.code()).status()).isEqualTo(200);
    }

    /** The numbers of all pages, there and back again. */
    private List<String> through(String address) {
        var ana = asAna();
        var page = ana.get(address);
        var numbers = new ArrayList<String>();
        while (true) {
            var these = page.page().select(".queue-number").eachText();
            numbers.addAll(these);
            var next = link(page, "next");
            if (next.isEmpty()) {
                return numbers;
            }
            page = ana.get(next);
            assertThat(ana.get(link(page, "prev"))
                            .page()
                            .select(".queue-number")
                            .eachText())
                    .isEqualTo(these);
        }
    }

    @Test
    void aCaseIsFoundByReferenceAndSerialNumberInAnySpelling() {
        var number = submitted(janez(), "Ta");
        sql.sql("update cases set reference = 'NAR-2026/15', serial_number = 'SN-77-ABC' where number = :number")
                .param("number", number.text())
                .update();
        corrects(
                ana(),
                number,
                new CaseFields(
                        "Ta pravi", CaseType.SUPPORT, "Čitalnik žepni", null, "", null, "SN-77-ABC", "NAR-2026/15"));
        submitted(janez(), "Oni");
        var ana = asAna();

        for (var typed : List.of("NAR-2026/15", "nar-2026", "nar202615", "SN-77-ABC", "sn77abc", "citalnik+zep")) {
            assertThat(titles(ana.get("/desk?q=" + typed))).as(typed).containsExactly("Ta pravi");
        }
    }
}
