package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the customer's list is sorted by. */
class CaseListSortTests extends CaseListStage {

    @Test
    void textsAreSortedByTheSlovenianAlphabet() {
        for (var title : List.of("žica", "Čaj", "cvet", "zrak", "Šola", "sonce", "Cena")) {
            add(title, cast.janez());
        }
        assertThat(titles("janez", "?sort=title"))
                .containsExactly("Cena", "cvet", "Čaj", "sonce", "Šola", "zrak", "žica");
        assertThat(titles("janez", "?sort=-title"))
                .containsExactly("žica", "zrak", "Šola", "sonce", "Čaj", "cvet", "Cena");
    }

    @Test
    void statusesAreSortedByTheirWordsInTheReadersLanguage() {
        for (var status : StatusReason.values()) {
            rows.add(cast.boris(), cast.mlekarna(), status.name(), "", "", status, clock.instant());
        }
        assertThat(as("boris")
                        .get("/cases?view=all&sort=status")
                        .page()
                        .select("td.at-status")
                        .eachText())
                .containsExactly(
                        "Cancelled",
                        "Field service",
                        "In progress",
                        "Researching",
                        "Waiting for details",
                        "Work completed");
    }

    @Test
    void theHeadingSaysHowTheListIsSortedAndTurnsItRound() {
        add("Naslov", cast.janez());
        var page = as("janez").get("/cases?view=all&sort=title&size=50").page();
        assertThat(page.select("th[aria-sort]").eachAttr("aria-sort")).containsExactly("ascending");
        assertThat(page.expectFirst("th.at-title a").attr("href")).isEqualTo("/cases?view=all&sort=-title&size=50");
        assertThat(page.expectFirst("th.at-changed a").attr("href")).isEqualTo("/cases?view=all&size=50");
    }
}
