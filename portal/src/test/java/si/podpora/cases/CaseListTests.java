package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer's list: how it looks, who sees what, and its views. */
class CaseListTests extends CaseListStage {

    @Test
    void theListLooksAsTheManualSays() {
        add("TEST", cast.janez());
        var page = as("janez").get("/cases").page();
        assertThat(page.expectFirst("h1").text()).isEqualTo("Zahtevki za podporo");
        assertThat(page.expectFirst(".lead").text()).isEqualTo("Pregled odprtih in zaključenih zahtevkov za podporo.");
        assertThat(page.select(".legend li").eachText())
                .containsExactly("Čakanje na podrobnosti", "Delo zaključeno", "Raziskovanje/V teku/Terenski servis");
        assertThat(page.select("th a").eachText())
                .containsExactly(
                        "Številka primera",
                        "Naslov primera",
                        "Vrsta zahtevka",
                        "Referenca",
                        "Lastnik",
                        "Razlog stanja",
                        "Ustvarjeno dne",
                        "Spremenjeno dne ↓");
        assertThat(page.select("tbody td").eachText())
                .startsWith("CAS-00001-T0M2L3", "TEST", "Podpora", "Help-desk", "V teku");
        assertThat(page.expectFirst("td.at-number a").attr("href")).isEqualTo("/cases/CAS-00001-T0M2L3");
        assertThat(page.expectFirst(".menu-panel a[href=/cases/CAS-00001-T0M2L3]")
                        .text())
                .isEqualTo("Prikaži podrobnosti");
    }

    @Test
    void everybodySeesTheOwnCasesAndThoseOfTheCompaniesTheySee() {
        add("Janezov", cast.janez());
        add("Janin", cast.jana());
        rows.add(cast.boris(), cast.mlekarna(), "Borisov", clock.instant());
        rows.add(cast.nina(), null, "Ninin", clock.instant());
        rows.add(cast.janez(), null, "Janezov od prej", clock.instant());
        assertThat(titles("janez", "")).containsExactlyInAnyOrder("Janezov", "Janin", "Janezov od prej");
        assertThat(titles("jana", "")).containsExactly("Janin");
        assertThat(titles("boris", "")).containsExactly("Borisov");
        assertThat(titles("nina", "")).containsExactly("Ninin");
    }

    @Test
    void aPendingOrEndedMembershipShowsNothingOfTheCompany() {
        add("Janezov", cast.janez());
        cast.marija();
        for (var state : List.of("pending", "ended")) {
            sql.sql("update membership set state = :state where person_id = :marija")
                    .param("state", state)
                    .param("marija", cast.marija())
                    .update();
            assertThat(titles("marija", "?view=all")).isEmpty();
            assertThat(titles("marija", "?view=company")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "active, V teku janezov|Čaka janeza|Čaka jano",
        "all, V teku janezov|Čaka janeza|Čaka jano|Zaključen janin|Preklican janezov|Od prej",
        "closed, Zaključen janin|Preklican janezov|Od prej",
        "waiting, Čaka janeza",
        "company, V teku janezov|Čaka janeza|Čaka jano|Zaključen janin|Preklican janezov"
    })
    void eachViewShowsItsCases(String view, String expected) {
        rows.add(cast.janez(), cast.kovinar(), "V teku janezov", clock.instant());
        add("Čaka janeza", cast.janez(), StatusReason.WAITING_FOR_DETAILS);
        add("Čaka jano", cast.jana(), StatusReason.WAITING_FOR_DETAILS);
        add("Zaključen janin", cast.jana(), StatusReason.WORK_COMPLETED);
        add("Preklican janezov", cast.janez(), StatusReason.CANCELLED);
        rows.add(cast.janez(), null, "Od prej", "", "", StatusReason.WORK_COMPLETED, clock.instant());
        assertThat(titles("janez", "?view=" + view)).containsExactlyInAnyOrder(expected.split("\\|"));
    }

    @Test
    void theCompanysViewIsOfferedToThoseOnlyWhoSeeACompany() {
        cast.janez();
        cast.jana();
        assertThat(as("janez").get("/cases").page().select(".chips a").eachText())
                .containsExactly("Aktivni", "Vsi", "Zaključeni", "Čakajo name", "Mojega podjetja");
        assertThat(as("jana").get("/cases").page().select(".chips a").eachText())
                .containsExactly("Aktivni", "Vsi", "Zaključeni", "Čakajo name");
        add("Janezov", cast.janez());
        assertThat(titles("jana", "?view=company")).isEmpty();
    }

    @Test
    void theChipTellsHowManyWaitForMe() {
        for (int i = 0; i < 3; i++) {
            add("Čaka " + i, cast.janez(), StatusReason.WAITING_FOR_DETAILS);
        }
        assertThat(as("janez").get("/cases").page().select(".chips .count").text())
                .isEqualTo("3");
    }

    @Test
    void anEmptyListSaysWhatToDoNext() {
        cast.janez();
        var answer = as("janez").get("/cases");
        assertThat(answer.text()).contains("Trenutno nimate odprtih zahtevkov.");
        assertThat(answer.page().select(".empty a[href=/cases/new]")).isNotEmpty();
        assertThat(as("janez").get("/cases?view=waiting").text()).contains("Noben zahtevek ne čaka na vaše podatke.");
    }

    @Test
    void whoIsNotSignedInSignsInFirstAndTheHelpDeskHasItsOwnList() {
        assertThat(visitor().get("/cases?view=all").location()).startsWith("/sign-in");
        cast.ana();
        assertThat(as("ana").get("/cases").status()).isEqualTo(403);
    }
}
