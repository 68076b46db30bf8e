package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.podpora.Cast;
import si.podpora.Visitor;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.Memberships;

class NewCaseTests extends CasesTests {

    @Test
    void theFormAsksAsTheManualDoes() {
        cast.janez();
        var text = as("janez").get("/cases/new").text();

        assertThat(text)
                .contains("Nov zahtevek za podporo", "Naslov primera", "Vrsta zahtevka", "Podpora", "Popravilo (RMA)")
                .contains(
                        "Upravičenost", "Identifikacijska številka sistema kupca", "Garancijsko popravilo", "Ne", "Da")
                .contains("Serijska številka", "Vaša referenca", "Priloži datoteko", "Opomba:", "Pošlji")
                .contains("Podatki za podporo", "Podatki za popravilo");
    }

    @Test
    void theTermsAndThePriceListAreTheOrganisations() {
        cast.janez();
        var links = as("janez").get("/cases/new").page().select(".terms a").eachAttr("href");

        assertThat(links)
                .containsExactly(
                        "https://www.spica.example/splosni-pogoji-vzdrzevanja",
                        "https://www.spica.example/cenik-storitev");
    }

    @Test
    void aSubmittedCaseLeadsToItsPageWithWhatHappensNext() {
        cast.janez();
        var janez = as("janez");

        var answer = janez.submit(
                janez.get("/cases/new"),
                "/cases",
                "title",
                "TEST",
                "description",
                "potrebujem pomoč",
                "type",
                "support",
                "reference",
                "N-2020/17");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).matches("/cases/CAS-00001-[0-9A-Z]{6}");
        assertThat(janez.follow(answer).text())
                .contains("Vaš zahtevek je oddan.", "Kaj sledi", "najbolj primerni osebi", "Vaša referenca N-2020/17");
        assertThat(count("outgoing_mail")).isEqualTo(2);
    }

    @Test
    void whoseSessionHasEndedFindsTheTextAgainAndIsToldThatTheFilesAreNotThere() {
        cast.janez();
        var janez = as("janez");
        var form = janez.get("/cases/new");
        clock.forward(Duration.ofHours(13));
        var file = Map.of("zapisnik.txt", "napaka".getBytes(StandardCharsets.UTF_8));
        var late = janez.submit(form, "/cases", file, "title", "Ura stoji", "description", "x", "type", "support");
        assertThat(janez.follow(late).text()).contains("ohranjeno, izbrane datoteke pa ne", "Prijava");

        janez.signIn("janez", Cast.PASSWORD);
        assertThat(janez.get("/cases/new").page().expectFirst("#title").val()).isEqualTo("Ura stoji");
        assertThat(count("cases")).isZero();
    }

    @Test
    void sendingTheFormTwiceGivesOneCase() {
        cast.janez();
        var janez = as("janez");
        var form = janez.get("/cases/new");
        var fields = new String[] {"title", "TEST", "description", "x", "type", "support"};

        var first = janez.submit(form, "/cases", fields);
        var second = janez.submit(form, "/cases", fields);

        assertThat(second.location()).isEqualTo(first.location());
        assertThat(count("cases")).isEqualTo(1);
    }

    @Test
    void whoGoesBackToTheFormAndSendsItAgainFindsTheFirstCaseAndWithAnotherTextSubmitsAnother() {
        cast.janez();
        var janez = as("janez");
        var form = janez.get("/cases/new");
        assertThat(form.header("Cache-Control")).doesNotContain("no-store");

        var first = sent(janez, form, "Ura stoji").location();
        assertThat(sent(janez, form, "Ura stoji").location()).isEqualTo(first);
        var second = sent(janez, form, "Ura prehiteva").location();
        assertThat(second).isNotEqualTo(first);
        assertThat(sent(janez, form, "Ura prehiteva").location()).isEqualTo(second);
        assertThat(sent(janez, form, "Ura stoji").location()).isEqualTo(first);
        assertThat(janez.get(second).text()).contains("Ura prehiteva");
        assertThat(count("cases")).isEqualTo(2);
    }

    private static Visitor.Answer sent(Visitor person, Visitor.Answer form, String title) {
        return person.submit(form, "/cases", "title", title, "description", "x", "type", "support");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u2003\u00A0", "\u200B", "\u2060\uFEFF"})
    void whatNobodyWouldSeeIsNoTitle(String title) {
        cast.janez();
        var janez = as("janez");
        var wrong = sent(janez, janez.get("/cases/new"), title);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#title-error").text()).isEqualTo("Vpišite naslov primera.");
    }

    @Test
    void whatIsWrongIsToldAndNothingTypedIsLost() {
        cast.janez();
        var janez = as("janez");

        var answer = janez.submit(
                janez.get("/cases/new"), "/cases", "title", "", "description", "Opis <b>", "reference", "N-1");

        assertThat(answer.status()).isEqualTo(422);
        var page = answer.page();
        assertThat(page.select("#problems a").eachAttr("href")).contains("#title", "#type");
        assertThat(page.select("#title-error").text()).isEqualTo("Vpišite naslov primera.");
        assertThat(page.select("#type-error").text()).startsWith("Izberite vrsto zahtevka");
        assertThat(page.select("#description").text()).isEqualTo("Opis <b>");
        assertThat(page.select("#reference").attr("value")).isEqualTo("N-1");
    }

    @Test
    void onlyTheOwnCompanysValidEntitlementsAreOffered() {
        cast.janez();
        entitlement(cast.kovinar(), "Vzdrževanje 2020", "2020-12-31", null);
        entitlement(cast.kovinar(), "Blok ur", "2021-06-30", "12.5");
        entitlement(cast.kovinar(), "Lansko vzdrževanje", "2019-12-31", null);
        entitlement(cast.mlekarna(), "Tuja pogodba", "2021-12-31", null);

        assertThat(as("janez")
                        .get("/cases/new")
                        .page()
                        .select("#entitlement option")
                        .eachText())
                .containsExactly(
                        "Brez",
                        "Vzdrževanje 2020 (velja do 31. 12. 2020)",
                        "Blok ur (še 12,5 h, velja do 30. 6. 2021)");
    }

    @Test
    void anotherCompanysEntitlementIsRefused() {
        cast.janez();
        var foreign = entitlement(cast.mlekarna(), "Tuja pogodba", "2021-12-31", null);
        var janez = as("janez");

        var answer = janez.submit(
                janez.get("/cases/new"),
                "/cases",
                "title",
                "TEST",
                "description",
                "x",
                "type",
                "support",
                "entitlement",
                String.valueOf(foreign));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#entitlement-error").text()).startsWith("Ta upravičenost ne velja več.");
        assertThat(count("cases")).isZero();
    }

    @Test
    void whatATypeDoesNotNeedIsNotKept() {
        cast.janez();
        var janez = as("janez");

        janez.submit(
                janez.get("/cases/new"),
                "/cases",
                "title",
                "TEST",
                "description",
                "x",
                "type",
                "support",
                "serial",
                "AB-12",
                "systemNumber",
                "SYS-1",
                "warrantyRepair",
                "true");

        assertThat(sql.sql(
                                "select serial_number || '/' || system_number || '/' || coalesce(warranty_repair::text, '') from cases")
                        .query(String.class)
                        .single())
                .isEqualTo("/SYS-1/");
    }

    @Test
    void aKnownSerialNumberTellsTheDeviceAndItsWarranty() {
        cast.janez();
        sql.sql("""
                insert into device (company_id, serial_number, product, warranty_until)
                values (:company, 'ZT44100087', 'Zone Touch', date '2021-05-31')
                """).param("company", cast.kovinar()).update();
        var janez = as("janez");

        var form = janez.submit(janez.get("/cases/new"), "/cases", "type", "repair", "serial", "zt-4410 0087");

        assertThat(form.page().select("#device").text()).contains("Zone Touch", "31. 5. 2021");
        assertThat(form.page().select("#serial").attr("hx-get")).isEqualTo("/coverage/devices");
    }

    @Test
    void aDraftIsOfferedAgainWithItsDateAndCanBeDiscarded() {
        cast.janez();
        var janez = as("janez");
        var key = UUID.randomUUID().toString();

        NotesTests.keeps(janez, "/cases/new/draft", key, "title=Ura+ne+dela&type=repair");

        var form = as("janez").get("/cases/new");
        assertThat(form.page().select("#title").attr("value")).isEqualTo("Ura ne dela");
        assertThat(form.page().select("#type-repair").hasAttr("checked")).isTrue();
        assertThat(form.text()).contains("To je vaš osnutek, shranjen 15. 12. 2020 10:06.");
        var fresh = janez.follow(janez.submit(form, "/cases/new/draft-removal", "_csrf", janez.csrf()));
        assertThat(fresh.page().select("#title").attr("value")).isEmpty();
    }

    @Test
    void aDraftIsItsWritersAlone() {
        cast.janez();
        cast.jana();
        NotesTests.keeps(as("janez"), "/cases/new/draft", UUID.randomUUID().toString(), "title=Skrivnost");

        assertThat(as("jana").get("/cases/new").body()).doesNotContain("Skrivnost");
    }

    @Test
    void theHelpDeskHasNoSuchForm() {
        cast.ana();

        assertThat(as("ana").get("/cases/new").status()).isEqualTo(403);
    }

    @Test
    void theCasesOfANewcomerBecomeTheCompanysOnAdmission() {
        var nina = cast.nina();
        var number = submitted(cast.actor(nina));
        cast.janez();
        assertThat(as("janez").get("/cases/" + number).status()).isEqualTo(404);

        memberships.join(cast.kovinar(), nina, CompanyRole.OWN, cast.ana());

        assertThat(as("janez").get("/cases/" + number).status()).isEqualTo(200);
        assertThat(sql.sql("select public_words @@ cast(:scope as tsquery) from case_search")
                        .param("scope", CaseWords.scope(janez()))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @org.springframework.beans.factory.annotation.Autowired
    private Memberships memberships;

    private long entitlement(long company, String name, String until, @Nullable String hours) {
        return sql.sql("""
                insert into entitlement (company_id, name, kind, valid_from, valid_until, hours_total)
                values (:company, :name, :kind, :from, :until, :hours) returning id
                """)
                .param("company", company)
                .param("name", name)
                .param("kind", hours == null ? "contract" : "hours")
                .param("from", LocalDate.parse("2019-01-01"))
                .param("until", LocalDate.parse(until))
                .param("hours", hours == null ? null : new BigDecimal(hours), Types.NUMERIC)
                .query(Long.class)
                .single();
    }
}
