package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.Visitor;

class SignInTests extends PortalTests {

    @Autowired
    private SignInFailures failures;

    @Test
    void byUserNameAndByAddressInWhateverCase() {
        cast.janez();
        for (var login : List.of("janez", "JANEZ", " janez@kupec.example ", "Janez@Kupec.Example")) {
            var visitor = visitor();
            var answer = visitor.signIn(login, Cast.PASSWORD);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(visitor.get("/profile").text()).contains("janez@kupec.example");
        }
    }

    @Test
    void aSignOutEndsTheSessionOnTheServerToo() {
        cast.janez();
        var janez = as("janez");
        var cookie = janez.cookie("podpora-session");
        assertThat(janez.post("/sign-out").status()).isEqualTo(303);
        assertThat(withSession(cookie).status()).isEqualTo(303);
        assertThat(janez.get("/profile").location()).startsWith("/sign-in");
    }

    @Test
    void theIdOfTheSessionIsNewAtEverySignIn() {
        cast.janez();
        var janez = as("janez");
        var before = janez.cookie("podpora-session");
        janez.signIn("janez", Cast.PASSWORD);
        assertThat(janez.cookie("podpora-session")).isNotEqualTo(before);
        assertThat(withSession(before).status()).isEqualTo(303);
    }

    @Test
    void theCookieIsForTheServerOnlyAndForThisSite() {
        cast.janez();
        var cookies = visitor().signIn("janez", Cast.PASSWORD).headers().get("set-cookie");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("podpora-session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void thePageWantedBeforeOpensAfterwards() {
        cast.janez();
        var janez = visitor();
        var asked = janez.get("/profile/sessions?x=1");
        assertThat(asked.location()).isEqualTo("/sign-in?next=%2Fprofile%2Fsessions%3Fx%3D1");
        var answer = janez.submit(janez.get(asked.location()), "/sign-in", "login", "janez", "password", Cast.PASSWORD);
        assertThat(answer.location()).isEqualTo("/profile/sessions?x=1");
    }

    @Test
    void noOtherSiteOpensAfterwards() {
        cast.janez();
        for (var elsewhere : List.of(
                "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\t//x")) {
            var answer = visitor().post("/sign-in", "login", "janez", "password", Cast.PASSWORD, "next", elsewhere);
            assertThat(answer.location()).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPasswordByteForByteAllTheWayToTheLock() {
        cast.janez();
        for (int attempt = 1; attempt <= 12; attempt++) {
            var known = visitor().signIn("janez", "wrong");
            var unknown = visitor().signIn("nihce", "wrong");
            assertThat(known.status()).isEqualTo(unknown.status());
            assertThat(shape(known, "janez")).as("attempt %d", attempt).isEqualTo(shape(unknown, "nihce"));
        }
    }

    @Test
    void theWaitGrowsAndTheRightPasswordDoesNotHelpMeanwhile() {
        cast.janez();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(visitor().signIn("janez", "wrong").status()).isEqualTo(422);
        }
        var blocked = visitor().signIn("janez", Cast.PASSWORD);
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.header("Retry-After")).isEqualTo("60");
        assertThat(blocked.text()).contains("Poskusite znova čez 1 minuto.");

        clock.forward(Duration.ofMinutes(1));
        assertThat(visitor().signIn("janez", "wrong").status()).isEqualTo(422);
        assertThat(visitor().signIn("janez", Cast.PASSWORD).text()).contains("čez 2 minuti");

        clock.forward(Duration.ofMinutes(2));
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
        assertThat(visitor().signIn("janez", "wrong").status()).isEqualTo(422);
    }

    @Test
    void failuresDoNotTellThatANameAndAnAddressBelongTogether() {
        cast.janez();
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(visitor().signIn("janez", "wrong").status()).isEqualTo(422);
            assertThat(visitor().signIn("janez@kupec.example", "wrong").status())
                    .isEqualTo(422);
        }
    }

    @Test
    void theOwnerIsToldOnceOfTheLock() {
        cast.janez();
        lock("janez");
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(429);
        await().untilAsserted(
                        () -> assertThat(subjects()).containsExactly("Prijava v vaš račun je začasno zaklenjena"));

        clock.forward(Duration.ofHours(1));
        assertThat(visitor().signIn("janez", "wrong").status()).isEqualTo(422);
        assertThat(visitor().signIn("janez", "wrong").status()).isEqualTo(429);
        failures.tellOwners();
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void failuresAreForgottenAfterADay() {
        cast.janez();
        lock("janez");
        clock.forward(Duration.ofHours(25));
        assertThat(failures.removeForgotten()).isPositive();
        assertThat(visitor().signIn("janez", "wrong").status()).isEqualTo(422);
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void aNetworkThatTriesManyNamesIsHeldUp() {
        cast.janez();
        for (int name = 1; name <= 40; name++) {
            visitor().post("/sign-in", "login", "name" + name, "password", "wrong");
        }
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(429);
        clock.forward(Duration.ofSeconds(5));
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
        assertThat(visitor().signIn("name41", "wrong").status()).isEqualTo(422);
    }

    @Test
    void theTablesHoldNeitherNamesNorAddresses() {
        visitor().signIn("nihce", "wrong");
        assertThat(sql.sql("select key from sign_in_failure")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    private void lock(String login) {
        for (int attempt = 1; attempt <= 10; attempt++) {
            assertThat(visitor().signIn(login, "wrong").status()).isEqualTo(422);
            clock.forward(Duration.ofMinutes(attempt < 10 ? 17 : 0));
        }
    }

    private List<String> subjects() {
        return sql.sql("select subject from outgoing_mail order by id")
                .query(String.class)
                .list();
    }

    private Visitor.Answer withSession(String token) {
        var stranger = visitor();
        return stranger.send(stranger.request("/profile").header("Cookie", "podpora-session=" + token));
    }

    /** The page without the two things that are never the same: the CSRF token and the name that was typed. */
    private static String shape(Visitor.Answer answer, String login) {
        return answer.body()
                .replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1")
                .replace("value=\"" + login + "\"", "value=\"\"");
    }
}
