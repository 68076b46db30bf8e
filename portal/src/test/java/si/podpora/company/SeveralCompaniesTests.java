package si.podpora.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.podpora.PortalTests;
import si.podpora.Visitor;

/** Jana sees her own cases in Kovinar and all of Mlekarna. */
class SeveralCompaniesTests extends PortalTests {

    @BeforeEach
    void janaBelongsToTwo() {
        sql.sql("""
                insert into membership (company_id, person_id, role, state, requested_at, decided_at)
                values (:company, :person, 'company', 'admitted', now(), now())
                """)
                .param("company", cast.mlekarna())
                .param("person", cast.jana())
                .update();
    }

    @Test
    void sheSaysForWhichOfThemACaseIs() {
        var jana = as("jana");
        var form = jana.get("/cases/new");
        assertThat(form.page().select("#company option")).hasSize(3);
        var unsaid = submit(jana, form, "");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Izberite podjetje, za katero oddajate zahtevek.");
        assertThat(submit(jana, form, "4711").status()).isEqualTo(422);

        var submitted = submit(jana, form, Long.toString(cast.mlekarna()));
        assertThat(submitted.status()).isEqualTo(303);
        assertThat(jana.follow(submitted).text()).contains("Mlekarna Polje d.d.");
        cast.boris();
        cast.janez();
        assertThat(as("boris").get(submitted.location()).status()).isEqualTo(200);
        assertThat(as("janez").get(submitted.location()).status()).isEqualTo(404);
    }

    @Test
    void anEntitlementIsOfTheCompanyThatTheCaseIsFor() {
        var entitlement =
                sql.sql("""
                insert into entitlement (company_id, name, kind, valid_from, valid_until)
                values (:company, 'Pogodba', 'contract', '2020-01-01', '2021-12-31') returning id
                """).param("company", cast.kovinar()).query(Long.class).single();
        var jana = as("jana");
        var form = jana.get("/cases/new");
        assertThat(form.page().select("optgroup[label^=Kovinar] option")).hasSize(1);
        assertThat(jana.submit(form, "/cases", fields(cast.mlekarna(), entitlement))
                        .status())
                .isEqualTo(422);
        assertThat(jana.submit(form, "/cases", fields(cast.kovinar(), entitlement))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void theListShowsTheCompanyAndIsNarrowedToOne() {
        cast.caseOf(cast.jana(), cast.kovinar(), "Janin v Kovinarju");
        cast.caseOf(cast.janez(), cast.kovinar(), "Janezov v Kovinarju");
        cast.caseOf(cast.jana(), cast.mlekarna(), "Janin v Mlekarni");
        cast.caseOf(cast.boris(), cast.mlekarna(), "Borisov v Mlekarni");
        var jana = as("jana");
        assertThat(jana.get("/cases").text())
                .contains("Janin v Kovinarju", "Janin v Mlekarni", "Borisov v Mlekarni", "Vsa podjetja")
                .doesNotContain("Janezov");
        for (var view : new String[] {"active", "all", "company"}) {
            assertThat(jana.get("/cases?view=" + view + "&company=" + cast.mlekarna())
                            .text())
                    .as(view)
                    .contains("Janin v Mlekarni", "Borisov v Mlekarni")
                    .doesNotContain("v Kovinarju");
            assertThat(jana.get("/cases?view=" + view + "&company=" + cast.kovinar())
                            .text())
                    .as(view)
                    .contains("Janin v Kovinarju")
                    .doesNotContain("v Mlekarni", "Janezov");
        }
        cast.person("Zofka", "Zorn", null, "sl", null, "own");
        assertThat(as("janez").get("/cases?company=" + cast.mlekarna()).text())
                .contains("Janezov v Kovinarju")
                .doesNotContain("v Mlekarni", "Vsa podjetja");
    }

    private Visitor.Answer submit(Visitor who, Visitor.Answer form, String company) {
        return who.submit(
                form, "/cases", "company", company, "type", "support", "title", "TEST", "description", "Opis");
    }

    private static String[] fields(long company, long entitlement) {
        return new String[] {
            "company",
            Long.toString(company),
            "entitlement",
            Long.toString(entitlement),
            "type",
            "support",
            "title",
            "TEST",
            "description",
            "Opis"
        };
    }
}
