package si.podpora.helpdesk.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the help desk keeps of a company: systems, devices, entitlements, roles. */
class CompanyKeepingTests extends CompaniesStage {

    @Test
    void whoIsRemovedByTheHelpDeskLeavesTheOpenCasesToAColleague() {
        var jana = cast.jana();
        cast.janez();
        var number = cast.caseOf(jana, kovinar, "Ura zaostaja");
        var people = "/desk/companies/" + kovinar + "/people";
        var ending = people + "/" + jana + "/ending";
        var vesna = as("vesna");
        var page = vesna.get(ending);
        assertThat(page.text()).contains("Kdo naj prevzame 1 odprti zahtevek");
        var choice = page.page().select("#successor option");
        assertThat(choice.eachText())
                .containsExactly("Izberite", "Janez Novak", "Nihče, zahtevki ostanejo, kakršni so");
        assertThat(choice.select("[selected]")).isEmpty();
        for (var wrong : List.of("", "0", "ni-nihče", Long.toString(jana), Long.toString(cast.boris()))) {
            var refused = vesna.submit(page, ending, "successor", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.page().select("#successor-error").text())
                    .isEqualTo("Izberite, kdo naj prevzame zahtevke.");
        }

        var done = vesna.submit(page, ending, "successor", Long.toString(cast.janez()));

        assertThat(vesna.follow(done).text()).contains("Oseba ni več v podjetju.");
        assertThat(vesna.get(ending).status()).isEqualTo(404);
        assertThat(as("jana").get("/cases/" + number).status()).isEqualTo(404);
        assertThat(as("janez").get("/cases/" + number).text())
                .contains("Zahtevek je od osebe Jana Zupan prevzela oseba Janez Novak.");
        assertThat(sql.sql("select recipient_address || ' ' || subject from outgoing_mail")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "janez@kupec.example Prevzemate 1 zahtevek osebe Jana Zupan",
                        "jana@kupec.example Nimate več dostopa do podjetja Kovinar d.o.o.");
    }

    @Test
    void whoHasNothingOpenIsRemovedWithoutAChoice() {
        var jana = cast.jana();
        var ending = "/desk/companies/" + kovinar + "/people/" + jana + "/ending";
        var vesna = as("vesna");
        var page = vesna.get(ending);
        assertThat(page.page().select("#successor")).isEmpty();
        assertThat(vesna.submit(page, ending).status()).isEqualTo(303);
        assertThat(vesna.get(ending).status()).isEqualTo(404);
    }

    @Test
    void anAgentAddsAndCorrectsASystemAndADevice() {
        var ana = as("ana");
        var path = "/desk/companies/" + kovinar;
        assertThat(ana.submit(ana.get(path + "/systems/new"), path + "/systems", "number", "", "name", "Vhod")
                        .status())
                .isEqualTo(422);
        var added = ana.submit(
                ana.get(path + "/systems/new"),
                path + "/systems",
                "number",
                "KOV-01",
                "name",
                "Vhod",
                "product",
                "Time & Space");
        assertThat(added.status()).isEqualTo(303);
        var twice = ana.submit(
                ana.get(path + "/systems/new"), path + "/systems", "number", "kov 01", "name", "x", "product", "y");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.page().select("#number").attr("aria-invalid")).isEqualTo("true");
        assertThat(twice.page().select("#number").val()).isEqualTo("kov 01");

        var system = sql.sql("select id from customer_system").query(Long.class).single();
        ana.submit(
                ana.get(path + "/devices/new"),
                path + "/devices",
                "serial",
                "zt-44 87",
                "product",
                "Zone Touch",
                "system",
                Long.toString(system),
                "warrantyUntil",
                "2030-01-31");
        var device = sql.sql("select serial_number || ' ' || warranty_until || ' ' || system_id from device")
                .query(String.class)
                .single();
        assertThat(device).isEqualTo("ZT4487 2030-01-31 " + system);
        var edited = ana.submit(
                ana.get(path + "/systems/" + system), path + "/systems/" + system, "name", "Vhod, upravna stavba");
        assertThat(ana.follow(edited).text()).contains("Vhod, upravna stavba", "ZT4487", "Garancija do 31. 1. 2030");
        assertThat(ana.submit(
                                ana.get(path + "/devices/new"),
                                path + "/devices",
                                "serial",
                                "X1",
                                "product",
                                "P",
                                "warrantyUntil",
                                "jutri")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoSavesOverAColleaguesChangeSeesItFirst() {
        var system = system("KOV-01");
        var path = "/desk/companies/" + kovinar + "/systems/" + system;
        var ana = as("ana");
        var vesna = as("vesna");
        var shown = ana.get(path);
        vesna.submit(vesna.get(path), path, "name", "Vesnin vpis");

        var answer = ana.submit(shown, path, "name", "Anin vpis");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Nekdo drug", "Vesnin vpis");
        assertThat(answer.page().select("#name").val()).isEqualTo("Anin vpis");
        assertThat(ana.submit(answer, path).status()).isEqualTo(303);
        assertThat(sql.sql("select name from customer_system")
                        .query(String.class)
                        .single())
                .isEqualTo("Anin vpis");
    }

    @Test
    void onlyWhoLeadsTheHelpDeskEndsThingsAndKeepsEntitlements() {
        var system = system("KOV-01");
        var entitlement = entitlement("Ure 2026", "hours");
        var path = "/desk/companies/" + kovinar;
        var ana = as("ana");
        assertThat(ana.post(path + "/systems/" + system + "/ending", "version", "0")
                        .status())
                .isEqualTo(403);
        assertThat(ana.get(path + "/entitlements/new").status()).isEqualTo(403);
        assertThat(ana.post(path + "/entitlements/" + entitlement, "name", "x").status())
                .isEqualTo(403);
        assertThat(ana.get(path + "/entitlements").text()).contains("Ure 2026");

        var vesna = as("vesna");
        var ended = vesna.submit(vesna.get(path + "/systems/" + system), path + "/systems/" + system + "/ending");
        assertThat(vesna.follow(ended).text()).contains("Ni več v uporabi");
        cast.janez();
        assertThat(as("janez").get("/cases/new").body()).doesNotContain("KOV-01");
        vesna.submit(vesna.get(path + "/systems/" + system), path + "/systems/" + system + "/ending");
        assertThat(as("janez").get("/cases/new").body()).contains("KOV-01");

        var edit = path + "/entitlements/" + entitlement;
        var wrong = vesna.submit(vesna.get(edit), edit, "hoursTotal", "veliko", "validUntil", "2019-12-31");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("[aria-invalid=true]").eachAttr("id"))
                .containsExactlyInAnyOrder("hoursTotal", "validUntil");
        assertThat(vesna.submit(vesna.get(edit), edit, "hoursTotal", "12,5", "hoursUsed", "2")
                        .status())
                .isEqualTo(303);
        assertThat(vesna.get(path).text()).contains("še 10,5 od 12,5 h");
        vesna.submit(vesna.get(edit), edit + "/ending");
        assertThat(vesna.get(path).text()).contains("Predčasno končana");
    }

    @Test
    void anEntitlementSentTwiceIsOne() {
        var path = "/desk/companies/" + kovinar + "/entitlements";
        var vesna = as("vesna");
        var form = vesna.get(path + "/new");
        for (int i = 0; i < 2; i++) {
            assertThat(vesna.submit(form, path, "name", "Blok ur", "kind", "HOURS", "hoursTotal", "10")
                            .status())
                    .isEqualTo(303);
        }
        assertThat(sql.sql("select count(*) from entitlement").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void whatIsAnotherCompanysIsNotFoundUnderThisOne() {
        var system = system("KOV-01");
        var device = device("ZT1", system);
        var entitlement = entitlement("Ure", "contract");
        cast.janez();
        var other = "/desk/companies/" + cast.mlekarna();
        var vesna = as("vesna");
        for (var path : List.of("/systems/" + system, "/devices/" + device, "/entitlements/" + entitlement)) {
            assertThat(vesna.get(other + path).status()).as(path).isEqualTo(404);
            assertThat(vesna.post(
                                    other + path,
                                    "version",
                                    "0",
                                    "number",
                                    "1",
                                    "serial",
                                    "1",
                                    "name",
                                    "n",
                                    "product",
                                    "p",
                                    "kind",
                                    "CONTRACT",
                                    "validFrom",
                                    "2020-01-01",
                                    "validUntil",
                                    "2020-01-02")
                            .status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(vesna.post(other + path + "/ending", "version", "0").status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(vesna.post(other + "/people/" + cast.janez() + "/ending").status())
                .isEqualTo(404);
        assertThat(vesna.get("/desk/companies/99999").status()).isEqualTo(404);
        // A system of another company is no system of this device.
        var path = "/desk/companies/" + cast.mlekarna() + "/devices";
        vesna.post(path, "serial", "M1", "product", "P", "system", Long.toString(system));
        assertThat(sql.sql("select count(*) from device where serial_number = 'M1' and system_id is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void rolesAreChangedEndedAndGivenAndAColleaguesChangeIsSeenFirst() {
        var jana = cast.jana();
        var boris = cast.boris();
        var path = "/desk/companies/" + kovinar + "/people";
        assertThat(as("ana")
                        .post(path + "/" + jana + "/role", "was", "own", "role", "company")
                        .status())
                .isEqualTo(403);
        var vesna = as("vesna");
        var shown = vesna.get(path);
        vesna.submit(shown, path + "/" + jana + "/role", "role", "administrator");
        assertThat(role(jana)).isEqualTo("administrator");
        assertThat(vesna.submit(shown, path + "/" + jana + "/role", "role", "company")
                        .status())
                .isEqualTo(409);
        assertThat(vesna.post(path + "/" + jana + "/role", "was", "own", "role", "king")
                        .status())
                .isEqualTo(404);

        var browser = as("jana");
        assertThat(browser.get("/company/people").status()).isEqualTo(200);
        var own = cast.caseOf(jana, kovinar, "Njen zahtevek");
        assertThat(browser.get("/cases/" + own).status()).isEqualTo(200);
        var ending = path + "/" + jana + "/ending";
        assertThat(vesna.get(path).page().select("a[href=" + ending + "]")).hasSize(1);
        var sure = vesna.get(ending);
        assertThat(sure.text()).contains("vpogled v zahtevke podjetja Kovinar d.o.o., tudi v lastne.");
        assertThat(vesna.submit(sure, ending, "successor", "nobody").location()).isEqualTo(path);
        assertThat(as("jana").get("/cases/" + own).status()).isEqualTo(404);
        // Her sessions ended with her last company: she is asked to sign in.
        assertThat(browser.get("/company/people").status()).isEqualTo(303);

        assertThat(vesna.submit(vesna.get(path), path, "email", "nihce@kupec.example")
                        .status())
                .isEqualTo(422);
        assertThat(vesna.submit(vesna.get(path), path, "email", "ANA@spica.example")
                        .status())
                .isEqualTo(422);
        vesna.submit(vesna.get(path), path, "email", "Boris@kupec.example", "role", "company");
        assertThat(sql.sql("select role from membership where person_id = :boris and company_id = :company")
                        .param("boris", boris)
                        .param("company", kovinar)
                        .query(String.class)
                        .single())
                .isEqualTo("company");
        assertThat(vesna.submit(vesna.get(path), path, "email", "boris@kupec.example")
                        .status())
                .isEqualTo(422);
    }
}
