package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import si.podpora.Cast;
import si.podpora.PortalTests;

/** What a visitor meets first: the home page, languages, error pages, headers. */
class FrontDoorTests extends PortalTests {

    @Test
    void aVisitorReadsWhatThePortalIs() {
        var answer = visitor().get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().title()).isEqualTo("Portal za podporo strankam · Spica International");
    }

    @Test
    void theBrowsersLanguageDecidesUntilOneIsChosen() {
        var visitor = visitor().speaking("de-AT, en;q=0.8");
        assertThat(visitor.get("/").text()).contains("Customer support portal");
        visitor.changeLanguage(visitor.get("/"), "sl");
        assertThat(visitor.get("/").text()).contains("Portal za podporo strankam");
    }

    @Test
    void whatStandsInAFormWhenTheLanguageIsChangedIsThereAgain() {
        var visitor = visitor();
        var page = visitor.get("/registration");
        var changed =
                visitor.changeLanguage(page, "en", "firstName", "Živa", "language", "sl", "password", "skrivnost");

        var again = visitor.follow(changed);
        assertThat(again.text()).contains("First name");
        assertThat(again.page().select("#firstName").attr("value")).isEqualTo("Živa");
        assertThat(again.page().select("#language option[selected]").attr("value"))
                .isEqualTo("sl");
        assertThat(sql.sql("select fields::text from parked_form")
                        .query(String.class)
                        .single())
                .doesNotContain("skrivnost");
        assertThat(visitor().get("/registration").page().select("#firstName").attr("value"))
                .isEmpty();
    }

    @Test
    void theLanguageCanBeChangedWithTheAddressThatOneIsBoundFor() {
        cast.janez();
        var visitor = visitor();
        var wrong = visitor.submit(
                visitor.get("/sign-in?next=/cases%3Fq%3Dura"), "/sign-in", "login", "janez", "password", "ne to");
        var again = visitor.follow(visitor.changeLanguage(wrong, "en"));
        assertThat(again.page().expectFirst("#login").val()).isEqualTo("janez");
        assertThat(visitor.submit(again, "/sign-in", "password", Cast.PASSWORD).location())
                .isEqualTo("/cases?q=ura");
    }

    @Test
    void anUnknownAddressIsA404InTheReadersLanguage() {
        var answer = visitor().get("/ni-strani");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Te strani ni");
    }

    @Test
    void signingInNeverLeadsElsewhere() {
        cast.janez();
        for (var elsewhere :
                new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x", "/sign-out"
                }) {
            var visitor = visitor();
            var answer = visitor.post(
                    "/sign-in", "login", "janez", "password", "Zelena-Luna-Nad-Triglavom-7", "next", elsewhere);
            assertThat(answer.location()).isEqualTo("/");
        }
    }

    @Test
    void pagesAllowNothingInlineAndNothingFromElsewhere() {
        var answer = visitor().get("/sign-in");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Request-Id")).hasSize(16);
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        var answer = visitor().postBare("/sign-out");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void staticFilesAreHashedAndKeptForAYear() {
        var visitor = visitor();
        var style = visitor.get("/").page().select("link[rel=stylesheet]").eachAttr("href").stream()
                .filter(address -> address.contains("podpora-"))
                .findFirst()
                .orElseThrow();
        assertThat(visitor.get(style).header("Cache-Control")).contains("max-age=31536000");
    }

    @Test
    void aStaleFormNeverLeadsElsewhere() {
        for (var page :
                new String[] {"/%2fevil.example", "/%2f/evil.example", "/%5cevil.example", "//evil.example", "/%0d%0aX"
                }) {
            var answer = visitor().postBare("/language", "_language", "sl", "_page", page);
            assertThat(answer.status()).as(page).isEqualTo(303);
            assertThat(answer.location()).as(page).matches("/|/%.*");
        }
    }

    @Test
    void aPathWithLettersBeyondAsciiIsFoundAgain() {
        cast.janez();
        var answer = visitor()
                .post("/sign-in", "login", "janez", "password", "Zelena-Luna-Nad-Triglavom-7", "next", "/cases?q=ž");
        assertThat(answer.location()).isEqualTo("/cases?q=%C5%BE");
    }

    @Test
    void whatCannotBeReadIsRefusedAndNoFailureOfOurs() {
        assertThat(visitor().get("/sign-in?next=%E8").status()).isEqualTo(400);
        assertThat(visitor()
                        .post("/sign-in", "login", "a\u0000b", "password", "x\u0000")
                        .status())
                .isEqualTo(422);
    }
}
