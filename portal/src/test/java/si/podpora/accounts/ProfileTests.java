package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.Visitor;

class ProfileTests extends PortalTests {

    private static final String NEW = "modra reka pod mostom 9";

    private Visitor janez;

    @BeforeEach
    void signIn() {
        cast.janez();
        janez = as("janez");
    }

    @Test
    void aPersonChangesTheOwnData() {
        var answer = change("firstName", "Janez Krstnik", "mobile", "041 234 567", "zone", "Europe/London");
        assertThat(answer.location()).isEqualTo("/profile");
        var profile = janez.get("/profile");
        assertThat(profile.text()).contains("Profil je shranjen.");
        assertThat(profile.page().expectFirst("input[name=mobile]").val()).isEqualTo("+386 41 234 567");
        assertThat(profile.page().expectFirst("summary").text()).contains("Janez Krstnik Novak");
        assertThat(profile.page()
                        .expectFirst("select[name=zone] option[selected]")
                        .text())
                .isEqualTo("London (UTC+00:00)");
    }

    @Test
    void whoWantsNoMailUnticksTheBox() {
        assertThat(janez.submitWithout(janez.get("/profile"), "/profile", "mailOnChange")
                        .location())
                .isEqualTo("/profile");
        var profile = janez.get("/profile");
        assertThat(profile.page().select("#mailOnChange").hasAttr("checked")).isFalse();
        janez.submit(profile, "/profile", "mailOnChange", "true");
        assertThat(janez.get("/profile").page().select("#mailOnChange").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void aNumberWithoutAPrefixIsOneOfTheCompanysCountry() {
        sql.sql("update company set country = 'HR', tax_number = '69435151530'").update();
        assertThat(change("mobile", "091 234 5678").location()).isEqualTo("/profile");
        assertThat(janez.get("/profile").page().expectFirst("#mobile").val()).isEqualTo("+385 91 234 5678");

        sql.sql("delete from membership").update();
        sql.sql("update person set phone = '+4915112345678'").update();
        change("mobile", "0151 23456789");
        assertThat(janez.get("/profile").page().expectFirst("#mobile").val()).isEqualTo("+49 1512 3456789");

        sql.sql("update person set phone = ''").update();
        change("phone", "01 568 08 00", "mobile", "041 234 567");
        assertThat(janez.get("/profile").page().expectFirst("#mobile").val()).isEqualTo("+386 41 234 567");
    }

    @Test
    void theLanguageOfTheProfileGoesBeforeCookieAndBrowser() {
        janez.post("/language", "_language", "sl");
        change("language", "en");
        assertThat(janez.speaking("sl").get("/profile").page().expectFirst("h1").text())
                .isEqualTo("Profile");

        var visitor = visitor().speaking("de, en;q=0.8");
        assertThat(visitor.get("/sign-in").page().expectFirst("h1").text()).isEqualTo("Sign in");
        visitor.post("/language", "_language", "sl");
        assertThat(visitor.get("/sign-in").page().expectFirst("h1").text()).isEqualTo("Prijava");
        assertThat(visitor()
                        .speaking("de")
                        .get("/sign-in")
                        .page()
                        .expectFirst("h1")
                        .text())
                .isEqualTo("Prijava");
        assertThat(visitor()
                        .speaking("")
                        .get("/sign-in")
                        .page()
                        .expectFirst("h1")
                        .text())
                .isEqualTo("Prijava");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        var answer = change("firstName", " ", "phone", "123", "department", "Nabava");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Vpišite ime.", "Te telefonske številke ni.");
        assertThat(answer.page().expectFirst("input[name=department]").val()).isEqualTo("Nabava");
        assertThat(change("zone", "Mars/Olympus").status()).isEqualTo(422);
        assertThat(change("salutation", "dr").status()).isEqualTo(422);
    }

    @Test
    void theOptionalConsentIsGivenAndWithdrawn() {
        assertThat(janez.post("/profile/consents/news").location()).isEqualTo("/profile");
        assertThat(janez.get("/profile").text()).contains("Soglašali ste 15. 12. 2020 10:06, različica besedila 1.");
        janez.post("/profile/consents/news/withdrawal");
        assertThat(janez.get("/profile").text())
                .contains("Soglasje je preklicano.")
                .doesNotContain("Soglašali ste");
        assertThat(sql.sql("select count(*) from consent where withdrawn_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePasswordChangesForWhoKnowsTheOldOne() {
        assertThat(password("wrong", NEW).text()).contains("Trenutno geslo ni pravo.");
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
        assertThat(password(Cast.PASSWORD, NEW).location()).isEqualTo("/profile/password");
        assertThat(visitor().signIn("janez", NEW).status()).isEqualTo(303);
    }

    @Test
    void theCompanysNameMakesNoPassword() {
        sql.sql("update person set email = 'janez@drugje.example' where username = 'janez'")
                .update();
        assertThat(password(Cast.PASSWORD, "Kovinar-Zelena-Luna-7").status()).isEqualTo(303);
        assertThat(password("Kovinar-Zelena-Luna-7", "kovinar-celje-2026").text())
                .contains("sestavljeno iz vaših podatkov");
        assertThat(janez.post("/passwords/strength", "password", "kovinar-celje-2026")
                        .body())
                .contains("sestavljeno iz vaših podatkov");
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsAndIsToldByMail() {
        var phone = as("janez");
        var marija = marija();
        password(Cast.PASSWORD, NEW);
        assertThat(janez.get("/profile").status()).isEqualTo(200);
        assertThat(phone.get("/profile").status()).isEqualTo(303);
        assertThat(marija.get("/profile").status()).isEqualTo(200);
        assertThat(sql.sql("select subject from outgoing_mail")
                        .query(String.class)
                        .list())
                .containsExactly("Vaše geslo je bilo spremenjeno");
    }

    @Test
    void theSessionsAreListedAndOneIsEnded() {
        var phone = visitor();
        var form = phone.get("/sign-in");
        phone.send(phone.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1")
                .POST(HttpRequest.BodyPublishers.ofString("login=janez&password=" + Cast.PASSWORD
                        + "&_csrf="
                        + URLEncoder.encode(
                                form.page().expectFirst("input[name=_csrf]").val(), StandardCharsets.UTF_8))));
        clock.forward(Duration.ofMinutes(2));
        var list = janez.get("/profile/sessions");
        assertThat(list.text()).contains("Safari, iPhone", "127.0.0.1", "ta naprava", "2 minuti nazaj");
        var end = list.page().expectFirst("form[action$=/closure]").attr("action");
        assertThat(janez.submit(list, end).location()).isEqualTo("/profile/sessions");
        assertThat(phone.get("/profile").status()).isEqualTo(303);
        assertThat(janez.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void allOtherSessionsAreEndedAtOnce() {
        var one = as("janez");
        var two = as("janez");
        janez.submit(janez.get("/profile/sessions"), "/profile/sessions/closure");
        assertThat(one.get("/profile").status()).isEqualTo(303);
        assertThat(two.get("/profile").status()).isEqualTo(303);
        assertThat(janez.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        var marija = marija();
        var janezs = sql.sql("select id from browser_session where person_id = :janez")
                .param("janez", cast.janez())
                .query(Long.class)
                .single();
        assertThat(marija.post("/profile/sessions/" + janezs + "/closure").status())
                .isEqualTo(404);
        assertThat(marija.post("/profile/sessions/987654/closure").status()).isEqualTo(404);
        assertThat(janez.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void aSessionRunsOutWhenItIsNotUsed() {
        clock.forward(Duration.ofHours(11));
        assertThat(janez.get("/profile").status()).isEqualTo(200);
        clock.forward(Duration.ofHours(11));
        assertThat(janez.get("/profile").status()).isEqualTo(200);
        clock.forward(Duration.ofHours(13));
        assertThat(janez.get("/profile").status()).isEqualTo(303);
    }

    @Test
    void whatWasTypedWhileTheSessionRanOutIsThereForThatPersonOnly() {
        var page = janez.get("/profile");
        clock.forward(Duration.ofHours(13));
        var late = janez.submit(page, "/profile", "department", "Oddelek za čebele");
        assertThat(late.location()).isEqualTo("/sign-in?next=%2Fprofile");

        marija(janez);
        assertThat(janez.get("/profile").body()).doesNotContain("čebele");
        janez.post("/sign-out");
        janez.signIn("janez", Cast.PASSWORD);
        var again = janez.get("/profile");
        assertThat(again.page().expectFirst("input[name=department]").val()).isEqualTo("Oddelek za čebele");

        assertThat(janez.submit(again, "/profile").location()).isEqualTo("/profile");
        assertThat(sql.sql("select count(*) from parked_form").query(Long.class).single())
                .isZero();
    }

    @Test
    void whatWasTypedAfterASignOutIsForThatPersonOnlyToo() {
        var page = janez.get("/profile");
        janez.post("/sign-out");
        janez.submit(page, "/profile", "department", "Oddelek za čebele");
        marija(janez);
        assertThat(janez.get("/profile").body()).doesNotContain("čebele");
    }

    @Test
    void aTypedPasswordIsNeverKept() {
        var page = janez.get("/profile/password");
        clock.forward(Duration.ofHours(13));
        janez.submit(
                page, "/profile/password", "oldPassword", Cast.PASSWORD, "password", NEW, "passwordConfirmation", NEW);
        assertThat(sql.sql("select coalesce(string_agg(fields::text, ''), '') from parked_form")
                        .query(String.class)
                        .single())
                .doesNotContain(Cast.PASSWORD)
                .doesNotContain(NEW);
    }

    @Test
    void theHintSaysHowGoodAPasswordIs() {
        assertThat(janez.post("/passwords/strength", "password", NEW).body())
                .contains("Zelo dobro geslo")
                .doesNotContain(NEW);
        assertThat(janez.post("/passwords/strength", "password", "JanezNovak2020")
                        .body())
                .contains("sestavljeno iz vaših podatkov");
        assertThat(visitor()
                        .post("/passwords/strength", "password", "MajaKolar2020", "own", "Maja", "own", "Kolar")
                        .body())
                .contains("sestavljeno iz vaših podatkov");
    }

    private Visitor.Answer change(String... fields) {
        return janez.submit(janez.get("/profile"), "/profile", fields);
    }

    private Visitor.Answer password(String old, String fresh) {
        return janez.submit(
                janez.get("/profile/password"),
                "/profile/password",
                "oldPassword",
                old,
                "password",
                fresh,
                "passwordConfirmation",
                fresh);
    }

    private Visitor marija() {
        cast.marija();
        return as("marija");
    }

    private void marija(Visitor browser) {
        cast.marija();
        assertThat(browser.signIn("marija", Cast.PASSWORD).status()).isEqualTo(303);
    }
}
