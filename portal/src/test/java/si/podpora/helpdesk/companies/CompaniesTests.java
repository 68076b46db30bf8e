package si.podpora.helpdesk.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** The help desk's list of companies, and the page of one. */
class CompaniesTests extends CompaniesStage {

    @Test
    void aCompanyIsFoundByNameWithoutSumnikiAndByItsTaxNumberWithOrWithoutPrefix() {
        cast.mlekarna();
        var zaga = company("Žaga Črni Vrh d.o.o.", "12345679", "active");
        var ana = as("ana");
        for (var typed : List.of("zaga", "crni+vrh", "VRH", "12345679", "SI12345679", "SI+12345679", "1234567")) {
            assertThat(names(ana.get("/desk/companies?q=" + typed))).as(typed).containsExactly("Žaga Črni Vrh d.o.o.");
        }
        assertThat(names(ana.get("/desk/companies?q=%27%7C%26%3A%2A"))).isEmpty();
        assertThat(names(ana.get("/desk/companies")))
                .containsExactly("Kovinar d.o.o.", "Mlekarna Polje d.d.", "Žaga Črni Vrh d.o.o.");
        assertThat(ana.get("/desk/companies/" + zaga).text()).contains("SI 12345679");
    }

    @Test
    void theListIsPagedWithoutGapOrDoubleAndNarrowedToThoseToBeChecked() {
        for (int i = 0; i < 120; i++) {
            company("Podjetje " + (i % 40), Integer.toString(20000000 + i), i % 4 == 0 ? "to_be_checked" : "active");
        }
        var ana = as("ana");
        var all = new ArrayList<String>();
        var page = ana.get("/desk/companies");
        while (true) {
            all.addAll(page.page().select(".companies-name a").eachAttr("href"));
            var next = page.page().select("[rel=next]").attr("href");
            if (next.isEmpty()) {
                break;
            }
            page = ana.get(next);
        }
        assertThat(all).hasSize(121).doesNotHaveDuplicates();
        assertThat(names(ana.get("/desk/companies?unchecked=true"))).hasSize(30);
    }

    @Test
    void theCompanysPageShowsAllOfItWithAFixedNumberOfStatements() {
        cast.janez();
        var system = system("KOV-01");
        device("ZT1", system);
        entitlement("Ure 2026", "hours");
        cast.caseOf(cast.janez(), kovinar, "Ura ne žiga");
        var ana = as("ana");
        var few = statements.during(() -> ana.get("/desk/companies/" + kovinar));
        for (int i = 0; i < 30; i++) {
            system("KOV-1" + i);
            device("ZT2" + i, system);
            entitlement("Ure " + i, "contract");
            cast.caseOf(cast.janez(), kovinar, "Zahtevek " + i);
            cast.person("Oseba" + i, "Novak", null, "sl", kovinar, "own");
        }
        var many = new ArrayList<Visitor.Answer>();
        assertThat(statements.during(() -> many.add(ana.get("/desk/companies/" + kovinar))))
                .hasSameSizeAs(few)
                .hasSizeLessThanOrEqualTo(7);
        assertThat(many.getFirst().text()).contains("Kovinar d.o.o.", "KOV-01", "ZT1", "Prikaži vse", "Zahtevek 29");
        var list = ana.get("/desk/companies/" + kovinar + "/systems");
        assertThat(list.page().select(".companies-row-name")).hasSize(31);
    }

    @Test
    void aCompanyIsAddedCheckedAndCorrected() {
        var ana = as("ana");
        var wrong = ana.submit(
                ana.get("/desk/companies/new"), "/desk/companies", "name", "Nova d.o.o.", "taxNumber", "123");
        assertThat(wrong.status()).isEqualTo(422);
        var taken = ana.submit(
                ana.get("/desk/companies/new"), "/desk/companies", "name", "Nova", "taxNumber", "SI15012557");
        assertThat(taken.page().select("#taxNumber").attr("aria-invalid")).isEqualTo("true");
        assertThat(ana.submit(wrong, "/desk/companies", "taxNumber", "SI 50223054")
                        .status())
                .isEqualTo(303);

        var planika = company("hotel planika", "77182634", "to_be_checked");
        var path = "/desk/companies/" + planika;
        var checked = ana.submit(ana.get(path), path + "/check", "name", "Hotel Planika d.o.o.");
        assertThat(ana.follow(checked).text()).contains("Hotel Planika d.o.o.", "Preverjeno", "Ana Vidmar");
        assertThat(ana.post(path + "/check", "name", "Drugače").status()).isEqualTo(409);
        assertThat(ana.get(path + "/details").status()).isEqualTo(403);
        var vesna = as("vesna");
        assertThat(vesna.submit(
                                vesna.get(path + "/details"),
                                path + "/details",
                                "name",
                                "Planika",
                                "taxNumber",
                                "15012557")
                        .status())
                .isEqualTo(422);
    }
}
