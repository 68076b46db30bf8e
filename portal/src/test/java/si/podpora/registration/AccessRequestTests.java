package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.podpora.Visitor;

/** Somebody asks for access, as the manual tells it. */
class AccessRequestTests extends RegistrationTests {

    @Test
    void theFormHasTheFieldsOfTheManual() {
        var page = visitor().get("/registration").page();
        assertThat(page.select("main label.form-label").eachText())
                .contains(
                        "Naslovilo",
                        "Ime",
                        "Priimek",
                        "Email",
                        "Telefonska številka",
                        "Mobilni telefon (neobvezno)",
                        "Oddelek",
                        "Podjetje",
                        "Davčna številka podjetja",
                        "Država",
                        "Jezik",
                        "Vnesite kodo s slike");
        assertThat(page.select("h1").text()).isEqualTo("Zahtevaj dostop");
        assertThat(page.select("main").text()).contains("Ustvari novo sliko", "Predvajaj zvočno kodo");
        assertThat(page.select("#country option").eachText().getFirst()).isEqualTo("Slovenija");
        assertThat(page.select("#salutation option").eachText())
                .containsExactly("Izberite", "Gospa", "Gospod", "Brez naslovila");
    }

    @Test
    void nothingIsTickedAhead() {
        assertThat(visitor().get("/registration").page().select("input[checked]"))
                .isEmpty();
    }

    @Test
    void whoAsksGetsAnInvitationAtOnce() {
        var answer = asks();

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/registration/sent");
        var mail = lastMail();
        assertThat(mail.to()).isEqualTo(TINA);
        assertThat(mail.subject()).isEqualTo("Dobrodošli v Špica portal! CRM:0001250");
        assertThat(mail.secret()).isTrue();
        assertThat(mail.text())
                .contains("/invitation?code=" + mail.code() + "\n", "/invitation\n", "\n" + mail.code() + "\n")
                .contains("22.\u00a012.\u00a02020 10:06");
        assertThat(mail.html()).contains("/invitation?code=" + mail.code());
    }

    @Test
    void theMailIsInTheLanguageThatWasChosen() {
        asks("language", "en");
        assertThat(lastMail().subject()).isEqualTo("Welcome to the Špica portal! CRM:0001250");
    }

    @Test
    void theMailCarriesNobodysMessage() {
        asks("firstName", "POCENI ure na", "lastName", "ure.example", "company", "Kupi d.o.o.");
        assertThat(lastMail().html()).doesNotContain("POCENI", "ure.example", "Kupi");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "country, '', Izberite državo.",
                "country, QQ, Izberite državo s seznama.",
                "salutation, '', Izberite naslovilo.",
                "salutation, dr, Vrednost ni veljavna.",
                "firstName, ' ', Vpišite ime.",
                "firstName, http://past.example, V imenu ne more biti",
                "lastName, '', Vpišite priimek.",
                "lastName, www.past.example, V imenu ne more biti",
                "email, '', Vpišite e-poštni naslov.",
                "email, tina, Vnesite e-poštni naslov",
                "email, tina@kovinar, Vnesite e-poštni naslov",
                "phone, '', Vpišite telefonsko številko.",
                "phone, 12, Te telefonske številke ni.",
                "mobile, abc, Te telefonske številke ni.",
                "department, '', Vpišite oddelek.",
                "company, '', Vpišite ime podjetja.",
                "taxNumber, '', Vpišite davčno številko podjetja.",
                "taxNumber, 15012558, Davčna številka ni pravilna za izbrano državo.",
                "language, '', Izberite jezik.",
                "language, xx, Vrednost ni veljavna.",
                "consent-service, '', Brez soglasja za izvajanje storitev",
                "consent-problems, '', Brez soglasja za reševanje težav",
            })
    void whatIsWrongIsToldBesideItsFieldAndNothingIsLost(String field, String value, String words) {
        var answer = asks(field, value, "department", field.equals("department") ? value : "Čistilnica & <b>");

        assertThat(answer.status()).isEqualTo(422);
        var page = answer.page();
        assertThat(page.select("#" + field + "-error").text()).startsWith(words);
        assertThat(page.select(".problems a[href=#" + field + "]")).hasSize(1);
        assertThat(page.select("#firstName").attr("value")).isEqualTo(field.equals("firstName") ? value : "Tina");
        if (!field.equals("department")) {
            assertThat(page.select("#department").attr("value")).isEqualTo("Čistilnica & <b>");
        }
        assertThat(mails()).isEmpty();
    }

    @Test
    void anEmptyFormTellsEveryFieldInTheOrderOfThePage() {
        var visitor = visitor();
        var answer = visitor.submit(visitor.get("/registration"), "/registration");
        assertThat(answer.page().select(".problems a").eachAttr("href"))
                .containsExactly(
                        "#salutation",
                        "#firstName",
                        "#lastName",
                        "#email",
                        "#phone",
                        "#department",
                        "#company",
                        "#taxNumber",
                        "#consent-service",
                        "#consent-problems",
                        "#captchaCode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HR, 33392005961, 01 6111 000", "AT, ATU13585627, 01 5127000", "US, 12-3456789, 212 555 0123"})
    void theCountrySetsTheRules(String line) {
        var parts = line.split(", ");
        assertThat(asks("country", parts[0], "taxNumber", parts[1], "phone", parts[2])
                        .status())
                .isEqualTo(303);
    }

    @Test
    void withoutJavaScriptTheHelpFollowsTheCountryOnceTheFormHasBeenSent() {
        var page = asks("country", "HR", "taxNumber", "1").page();
        assertThat(page.select("#phone-help").text()).contains("+385");
        assertThat(page.select("#taxNumber-help").text()).startsWith("OIB");
    }

    @Test
    void twoClicksAreOneRequestAndBothSeeTheSamePage() throws Exception {
        var visitor = visitor();
        var page = visitor.get("/registration");
        Callable<Visitor.Answer> click = () -> sends(visitor, page, tina());
        try (var clicks = Executors.newFixedThreadPool(4)) {
            var answers = clicks.invokeAll(Stream.generate(() -> click).limit(4).toList());
            assertThat(answers)
                    .allSatisfy(
                            answer -> assertThat(answer.resultNow().location()).isEqualTo("/registration/sent"));
        }
        assertThat(sends(visitor, page, tina()).location()).isEqualTo("/registration/sent");
        assertThat(mails()).hasSize(1);
        assertThat(one(Integer.class, "select count(*) from access_request")).isEqualTo(1);
    }

    @Test
    void consentsAreKeptWithTheVersionAndTextThatWereRead() {
        asks("consent-news", "yes");
        var consents = one(String.class, "select consents::text from access_request");
        assertThat(consents).contains("SERVICE", "PROBLEMS", "NEWS", "\"language\": \"sl\"");
        assertThat(one(String.class, "select text from consent_text where kind = 'service' and language = 'sl'"))
                .contains("Spica International d.o.o.", "incidentov");
    }

    @Test
    void newsAreNotPartOfTheBargain() {
        assertThat(asks().status()).isEqualTo(303);
        assertThat(one(String.class, "select consents::text from access_request"))
                .doesNotContain("NEWS");
    }

    @Test
    void englishReadersReadEnglish() {
        var page = visitor().speaking("en").get("/registration");
        assertThat(page.text()).contains("Request access", "Make a new picture", "Play the code as sound");
        assertThat(page.page().select("#language option[selected]").attr("value"))
                .isEqualTo("en");
        assertThat(page.page().select("#country option").eachText().getFirst()).isEqualTo("Slovenia");
    }
}
