package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import si.podpora.cases.StatusReason;

/** All cases by status and age, and how one of them is found. */
class QueueTests extends QueueStage {

    @Test
    void nobodyButStaffComesIn() {
        cast.janez();
        assertThat(visitor().get("/desk").location()).startsWith("/sign-in");
        assertThat(as("janez").get("/desk").status()).isEqualTo(403);
    }

    @Test
    void theQueueHoldsEverybodysActiveCasesTheLastChangedFirst() {
        submitted(janez(), "Prvi");
        clock.forward(Duration.ofMinutes(1));
        var second = submitted(boris(), "Drugi");
        clock.forward(Duration.ofMinutes(1));
        handling.changeStatus(ana(), second, StatusReason.CANCELLED);
        clock.forward(Duration.ofMinutes(1));
        submitted(boris(), "Tretji");

        var page = asAna().get("/desk");
        assertThat(titles(page)).containsExactly("Tretji", "Prvi");
        assertThat(page.text()).contains("Mlekarna Polje d.d.", "Boris Horvat", "Help-desk", "V teku");
    }

    @Test
    void itIsSortedByAgeAndByChangeBothWays() {
        var old = submitted(janez(), "Star");
        clock.forward(Duration.ofMinutes(1));
        submitted(janez(), "Nov");
        clock.forward(Duration.ofMinutes(1));
        says(janez(), old, "Še vedno ne dela.");
        var ana = asAna();

        assertThat(titles(ana.get("/desk"))).containsExactly("Star", "Nov");
        assertThat(titles(ana.get("/desk?sort=changed"))).containsExactly("Nov", "Star");
        assertThat(titles(ana.get("/desk?sort=-created"))).containsExactly("Nov", "Star");
        assertThat(titles(ana.get("/desk?sort=created"))).containsExactly("Star", "Nov");
    }

    @Test
    void theViewsHoldWhatTheySayAndCountIt() {
        submitted(janez(), "Nikogaršnji");
        var mine = submitted(janez(), "Anin");
        var others = submitted(janez(), "Gregorjev");
        var closed = submitted(janez(), "Zaprt");
        handling.assign(ana(), mine, ana().id());
        handling.assign(ana(), others, gregor().id());
        handling.changeStatus(ana(), others, StatusReason.WAITING_FOR_DETAILS);
        handling.changeStatus(ana(), closed, StatusReason.WORK_COMPLETED);
        var ana = asAna();

        assertThat(titles(ana.get("/desk?view=unassigned"))).containsExactly("Nikogaršnji");
        assertThat(titles(ana.get("/desk?view=mine"))).containsExactly("Anin");
        assertThat(titles(ana.get("/desk?view=waiting"))).containsExactly("Gregorjev");
        assertThat(titles(ana.get("/desk?view=closed"))).containsExactly("Zaprt");
        assertThat(titles(ana.get("/desk?view=all"))).hasSize(4);
        assertThat(ana.get("/desk").page().select(".queue-views a").eachText())
                .containsExactly(
                        "Za razvrstitev 1",
                        "Moji 1",
                        "Brez lastnika 1",
                        "Čakajo na stranko 1",
                        "Najdlje brez odgovora 2",
                        "Popravila 0",
                        "Vsi aktivni 3",
                        "Zaključeni",
                        "Vsi");
    }

    @Test
    void aViewIsNarrowedDownToOneReason() {
        submitted(janez(), "V teku");
        handling.changeStatus(ana(), submitted(janez(), "Raziskovan"), StatusReason.RESEARCHING);

        assertThat(titles(asAna().get("/desk?status=researching"))).containsExactly("Raziskovan");
    }

    @Test
    void staffFindWordsOfInternalNotesWithoutSumniki() {
        var number = submitted(janez(), "Ura ne žiga");
        remarks(ana(), number, "Sumim na okvarjeno čitalno glavo.");
        submitted(boris(), "Drugo");
        var ana = asAna();

        assertThat(titles(ana.get("/desk?q=okvarjeno+citaln"))).containsExactly("Ura ne žiga");
        assertThat(titles(ana.get("/desk?q=okvarjeno+tiskalnik"))).isEmpty();
        assertThat(titles(ana.get("/desk?q=%27%3A%2a+%7C+%21+%26+%28"))).isEmpty();
    }

    @Test
    void aCaseIsFoundByItsNumberInAnySpelling() {
        var number = submitted(janez(), "Ta");
        submitted(janez(), "Oni");
        var ana = asAna();
        var compact = number.text().toLowerCase(Locale.ROOT).replace("-", "");
        for (var spelling :
                List.of(number.text(), compact, number.text().replace('0', 'o'), compact.substring(3), "CAS-00001")) {
            assertThat(titles(ana.get("/desk?q=" + spelling))).as(spelling).containsExactly("Ta");
        }
    }

    @Test
    void aCaseIsFoundByItsPersonAndItsCompany() {
        submitted(janez(), "Kovinarjev");
        var closed = submitted(boris(), "Mlekarnin");
        handling.changeStatus(ana(), closed, StatusReason.WORK_COMPLETED);
        var ana = asAna();

        assertThat(titles(ana.get("/desk?q=novak"))).containsExactly("Kovinarjev");
        assertThat(titles(ana.get("/desk?q=mlekarna"))).containsExactly("Mlekarnin");
        assertThat(titles(ana.get("/desk?q=mlekarna+urnika"))).containsExactly("Mlekarnin");
        assertThat(titles(ana.get("/desk?q=mlekarna+novak"))).isEmpty();
        assertThat(titles(ana.get("/desk?q=mlekarna&view=active"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        for (int i = 1; i <= 120; i++) {
            submitted(janez(), "Zahtevek " + i);
            clock.forward(Duration.ofSeconds(i % 3)); // some at the same instant
        }
        for (var sort : List.of("-changed", "changed", "-created", "created")) {
            var ana = asAna();
            var first = ana.get("/desk?sort=" + sort);
            var second = ana.get(link(first, "next"));
            var third = ana.get(link(second, "next"));
            var all = new ArrayList<>(titles(first));
            all.addAll(titles(second));
            all.addAll(titles(third));
            assertThat(all).as(sort).hasSize(120).doesNotHaveDuplicates();
            assertThat(titles(ana.get(link(third, "prev")))).isEqualTo(titles(second));
            assertThat(titles(ana.get(link(second, "prev")))).isEqualTo(titles(first));
            assertThat(first.page().select("[rel=prev]")).isEmpty();
            assertThat(third.page().select("[rel=next]")).isEmpty();
        }
        assertThat(asAna().get("/desk").page().select(".queue-views a").eachText())
                .contains("Za razvrstitev 99+");
    }

    @Test
    void anAddressThatMakesNoSenseShowsTheQueue() {
        submitted(janez(), "Ta");
        assertThat(titles(asAna().get("/desk?view=x&status=y&sort=z&after=%27&before=-1")))
                .containsExactly("Ta");
    }
}
