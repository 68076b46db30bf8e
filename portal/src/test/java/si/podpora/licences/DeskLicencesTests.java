package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.accounts.CompanyMerges;

/** Licences at the help desk. */
class DeskLicencesTests extends LicenceTests {

    @Autowired
    private Activations activations;

    @Autowired
    private CompanyMerges merges;

    @Test
    void whatIsTooLongForACaseIsSaidAndKept() {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.janez();
        var janez = as("janez");
        var path = "/activation/licences/" + licence;
        var typed = "x".repeat(LicenceCases.LONGEST + 1);

        var answer = janez.submit(janez.get(path), path + "/case", "description", typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".problems a").attr("href")).isEqualTo("#description");
        assertThat(answer.page().select("#description").text()).isEqualTo(typed);
        assertThat(sql.sql("select count(*) from cases").query(Long.class).single())
                .isZero();
        assertThat(janez.submit(answer, path + "/case", "description", typed.substring(1))
                        .location())
                .startsWith("/cases/CAS-");
    }

    @Test
    void aLicenceIsFoundByWhateverTheCustomerReadsOut() {
        var licence = stage().licence(cast.kovinar(), 1);
        var other = stage().licence(cast.mlekarna(), 1);
        activations.activate(new Wish(new Claimant(cast.actor(cast.janez())), null, licence, LicenceStage.code(1)));
        cast.ana();
        var ana = as("ana");
        for (var asked : new String[] {
            stage().key(licence),
            stage().key(licence).toLowerCase(Locale.ROOT).replace("-", " "),
            LicenceStage.code(1).text(),
            LicenceStage.code(1, 1, 9, "8.5").text(),
            "L-0000" + licence,
            "100001",
            "kovinar"
        }) {
            var found = ana.get("/desk/licences?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
            assertThat(found.text()).as(asked).contains("Kovinar").doesNotContain("Mlekarna");
            assertThat(found.page().select("main ul").text())
                    .doesNotContain(stage().key(licence).substring(7, 20));
        }
        assertThat(ana.get("/desk/licences").text()).contains("Kovinar", "Mlekarna");
        assertThat(ana.get("/desk/licences?company=" + cast.mlekarna()).text()).doesNotContain("L-0000" + licence);
        assertThat(other).isNotEqualTo(licence);
    }

    @Test
    void changesNeedAReasonAndLeaveAnEvent() {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.vesna();
        cast.janez();
        cast.mlekarna();
        var vesna = as("vesna");
        var path = "/desk/licences/" + licence;
        var bare = vesna.submit(vesna.get(path), path + "/block");
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.text()).contains("Vpišite razlog");
        vesna.submit(vesna.get(path), path + "/block", "reason", "Neplačan račun");
        assertThat(as("janez").get("/activation/licences/" + licence).text())
                .contains("Blokirana", "Neplačan račun", "Vesna Rozman, podpora");
        vesna.submit(vesna.get(path), path + "/unblock", "reason", "Plačano");
        vesna.submit(vesna.get(path), path + "/limit", "allowed", "3", "reason", "Dokup");
        for (var nonsense : new String[] {"+6000000-01-01", "-0500-01-01", "+999999999-12-31", "2027-02-30"}) {
            var refused =
                    vesna.submit(vesna.get(path), path + "/extension", "validUntil", nonsense, "reason", "Podaljšanje");
            assertThat(refused.status()).as(nonsense).isEqualTo(422);
        }
        vesna.submit(vesna.get(path), path + "/extension", "validUntil", "2022-01-31", "reason", "Podaljšanje");
        assertThat(vesna.submit(vesna.get(path), path + "/limit", "allowed", "0", "reason", "x")
                        .status())
                .isEqualTo(422);
        assertThat(vesna.submit(vesna.get(path), path + "/move", "company", "Nihče", "reason", "x")
                        .status())
                .isEqualTo(422);
        vesna.submit(vesna.get(path), path + "/move", "company", "mlek", "reason", "Prevzem podjetja");
        assertThat(stage().events(licence))
                .containsExactly(
                        "issued",
                        "blocked",
                        "unblocked",
                        "limit_changed 1 → 3",
                        "extended ∞ / ∞ → 2022-01-31 / ∞",
                        "moved Kovinar d.o.o. → Mlekarna Polje d.d.");
        assertThat(as("janez").get("/activation/licences/" + licence).status()).isEqualTo(404);
        cast.boris();
        assertThat(as("boris").get("/activation/licences/" + licence).text()).doesNotContain("Kovinar", "Neplačan");
    }

    @Test
    void systemsAndCasesLeadToTheirLicenceAndBack() {
        var licence = stage().licence(cast.kovinar(), 1);
        stage().licence(cast.kovinar(), 1);
        var system =
                sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, 'KOV-77', 'Proizvodnja', 'Time & Space') returning id
                """).param("company", cast.kovinar()).query(Long.class).single();
        sql.sql("update licence set system_id = :system where id = :id")
                .param("system", system)
                .param("id", licence)
                .update();
        cast.janez();
        var janez = as("janez");
        var asked = janez.submit(
                LicenceStage.review(janez, blocked(licence), 1),
                "/activation/licences/" + licence + "/case",
                "description",
                "Prosim za pomoč");
        var number = asked.location().substring("/cases/".length());
        assertThat(janez.get("/activation/licences/" + licence).page().select("main a[href=/cases/" + number + "]"))
                .hasSize(1);
        cast.ana();
        var ana = as("ana");
        var path = "/desk/licences/" + licence;
        assertThat(ana.get("/desk/licences?system=" + system).location()).isEqualTo(path);
        var ofCase = ana.get("/desk/cases/" + number).page().select("a[href^=/desk/licences?company]");
        assertThat(ana.get(ofCase.attr("href")).location()).isEqualTo(path);
        var page = ana.get(path).page();
        var ofSystem = "/desk/companies/" + cast.kovinar() + "/systems/" + system;
        assertThat(page.select("main a").eachAttr("href"))
                .contains("/desk/cases/" + number, ofSystem, "/desk/companies/" + cast.kovinar());
        assertThat(ana.get(ofSystem).page().select("main a").eachAttr("href"))
                .contains("/desk/licences?system=" + system);
        assertThat(ana.get("/desk/licences?system=" + (system + 1)).text()).contains("Za ta sistem ni licenc.");
        assertThat(ana.get("/desk/licences?company=" + cast.kovinar() + "&case=CAS-99999-000000")
                        .page()
                        .select(".desk-name"))
                .hasSize(2);
    }

    @Test
    void anAgentReadsAndChangesNothing() {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.ana();
        var ana = as("ana");
        var page = ana.get("/desk/licences/" + licence);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main form")).isEmpty();
        for (var change : new String[] {"block", "unblock", "extension", "move", "limit"}) {
            assertThat(ana.post("/desk/licences/" + licence + "/" + change, "reason", "x")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(stage().events(licence)).containsExactly("issued");
    }

    @Test
    void aLicenceIsIssuedByTheForm() {
        cast.kovinar();
        cast.vesna();
        var vesna = as("vesna");
        var form = vesna.get("/desk/licences/new");
        var wrong = vesna.submit(form, "/desk/licences", "company", "kov", "edition", "", "employees", "x");
        assertThat(wrong.status()).isEqualTo(422);
        var issued = vesna.submit(
                form,
                "/desk/licences",
                "company",
                "15012557",
                "edition",
                "professional",
                "modules",
                "time, access",
                "employees",
                "250",
                "allowed",
                "2");
        assertThat(issued.status()).isEqualTo(303);
        assertThat(vesna.follow(issued).text()).contains("Kovinar", "0 od 2 namestitev", "kontrola pristopa");
    }

    @Test
    void aCompanyThatIsTakenUpBringsItsLicencesAlong() {
        var licence = stage().licence(cast.mlekarna(), 1);
        var into = cast.kovinar();
        merges.merge(cast.actor(cast.vesna()), cast.mlekarna(), into, false);
        assertThat(sql.sql("select company_id from licence where id = :id")
                        .param("id", licence)
                        .query(Long.class)
                        .single())
                .isEqualTo(into);
    }

    @Test
    void theListTakesAFewStatements() {
        for (int i = 0; i < 5; i++) {
            stage().licence(cast.kovinar(), 1);
        }
        cast.ana();
        var ana = as("ana");
        assertThat(statements.during(() -> ana.get("/desk/licences"))).hasSizeLessThanOrEqualTo(3);
    }

    private long blocked(long licence) {
        desk.block(licence, null, "Neplačano");
        return licence;
    }
}
