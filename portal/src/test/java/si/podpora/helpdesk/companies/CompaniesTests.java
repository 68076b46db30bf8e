package si.podpora.helpdesk.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.podpora.PortalTests;
import si.podpora.Visitor;

/** The list of companies, a company's page, and what belongs to a company: added, corrected, ended. */
class CompaniesTests extends PortalTests {

    private long kovinar;

    @BeforeEach
    void staffIsThere() {
        cast.ana();
        cast.vesna();
        kovinar = cast.kovinar();
    }

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
        vesna.submit(vesna.get(path), path + "/" + jana + "/ending");
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

    private long company(String name, String taxNumber, String state) {
        return sql.sql("""
                insert into company (name, country, tax_number, state, created_at)
                values (:name, 'SI', :number, :state, now()) returning id
                """)
                .param("name", name)
                .param("number", taxNumber)
                .param("state", state)
                .query(Long.class)
                .single();
    }

    private long system(String number) {
        return sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, :number, 'Vhod', 'Time & Space') returning id
                """)
                .param("company", kovinar)
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private long device(String serial, long system) {
        return sql.sql("""
                insert into device (company_id, system_id, serial_number, product)
                values (:company, :system, :serial, 'Zone Touch') returning id
                """)
                .param("company", kovinar)
                .param("system", system)
                .param("serial", serial)
                .query(Long.class)
                .single();
    }

    private long entitlement(String name, String kind) {
        return sql.sql("""
                insert into entitlement (company_id, name, kind, valid_from, valid_until, hours_total)
                values (:company, :name, :kind, '2020-01-01', '2040-12-31', case when :kind = 'hours' then 10 end)
                returning id
                """)
                .param("company", kovinar)
                .param("name", name)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private String role(long person) {
        return sql.sql("select role from membership where person_id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    private static List<String> names(Visitor.Answer page) {
        return page.page().select(".companies-name a").eachText();
    }
}
