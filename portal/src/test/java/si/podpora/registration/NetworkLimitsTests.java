package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import si.podpora.Cast;
import si.podpora.Visitor;

/** Limits by address and by network, behind a proxy that says where a request comes from; small ones, to test. */
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "podpora.registration.per-address=3",
            "podpora.registration.per-network=6",
            "podpora.registration.codes-per-address=4",
            "podpora.registration.codes-per-network=10",
        })
class NetworkLimitsTests extends RegistrationTests {

    private static final String OFFICE = "198.51.100.7";

    @Test
    void anAddressGetsSoManyCodesAndThenThePageSaysSo() {
        looksAtTheForm(OFFICE, 4);
        var refused = visitor().from(OFFICE).get("/registration");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("zahtevanih preveč kod", "Ustvari novo sliko");
        assertThat(refused.page().select(".captcha img, input[name=captcha], a[data-plays]"))
                .isEmpty();
        assertThat(visitor().from(OFFICE).speaking("en").get("/registration").text())
                .contains("Too many codes have been asked for");

        assertThat(visitor().from("198.51.100.8").get("/registration").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(20));
        assertThat(visitor().from(OFFICE).get("/registration").status()).isEqualTo(200);
    }

    @Test
    void aNetworkGetsSoManyCodesWhateverTheAddress() {
        IntStream.range(0, 10).forEach(i -> looksAtTheForm("198.51.100." + i, 1));
        assertThat(visitor().from("198.51.100.200").get("/registration").status())
                .isEqualTo(429);
        assertThat(visitor().from("198.51.101.200").get("/registration").status())
                .isEqualTo(200);
    }

    @Test
    void whoGetsNoNewPictureLosesNothingAndSendsTheFormLater() {
        var visitor = visitor().from(OFFICE);
        var page = visitor.get("/registration");
        looksAtTheForm(OFFICE, 3);
        var typed = Stream.concat(
                        Stream.of(
                                "_csrf",
                                page.page()
                                        .select("main form input[name=_csrf]")
                                        .attr("value")),
                        Stream.of(tina()))
                .toArray(String[]::new);

        var refused = visitor.post("/registration/captcha", typed);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("zahtevanih preveč kod");
        assertThat(refused.page().select("#email").attr("value")).isEqualTo(TINA);
        assertThat(refused.page().select("#consent-service").hasAttr("checked")).isTrue();

        clock.forward(Duration.ofMinutes(20));
        var sent = visitor.submit(refused, "/registration");
        assertThat(sent.status()).isEqualTo(422);
        assertThat(visitor.submit(sent, "/registration", "captchaCode", code(sent))
                        .location())
                .isEqualTo("/registration/sent");
    }

    @Test
    void theScriptIsToldInThePlaceOfThePicture() {
        looksAtTheForm(OFFICE, 4);
        var visitor = visitor().from(OFFICE);
        var csrf = visitor.csrf();
        var answer = visitor.send(visitor.request("/registration/captcha")
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf)));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.page().select("#captcha").text()).contains("zahtevanih preveč kod");
        assertThat(answer.page().select("header")).isEmpty();
    }

    @Test
    void aCodeIsDrawnAndSpokenSoManyTimesOnly() {
        var visitor = visitor().from(OFFICE);
        var page = visitor.get("/registration").page();
        for (var address : new String[] {
            page.select(".captcha img").attr("src"),
            page.select("a[data-plays]").attr("href")
        }) {
            for (int i = 0; i < 20; i++) {
                assertThat(visitor().from("203.0.113." + i).get(address).status())
                        .isEqualTo(200);
            }
            assertThat(visitor().from("203.0.114.1").get(address).status())
                    .as(address)
                    .isEqualTo(429);
        }
    }

    @Test
    void aMadeUpCodeIsNotEvenCounted() {
        assertThat(visitor()
                        .get("/registration/captcha/" + UUID.randomUUID() + "/sound")
                        .status())
                .isEqualTo(404);
        assertThat(one(Integer.class, "select count(*) from rate_limit")).isZero();
    }

    @Test
    void renewalsAreLimitedByAddressAndByNetwork() {
        for (int i = 0; i < 3; i++) {
            assertThat(renews(OFFICE, "oseba" + i + "@nikjer.example").location())
                    .isEqualTo("/invitation/sent");
        }
        var refused = renews(OFFICE, "nova@nikjer.example");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("Preveč poskusov");
        for (int i = 0; i < 3; i++) {
            assertThat(renews("198.51.100.1" + i, "x@nikjer.example").status()).isEqualTo(303);
        }
        assertThat(renews("198.51.100.99", "x@nikjer.example").status()).isEqualTo(429);
        assertThat(renews("203.0.113.1", "x@nikjer.example").status()).isEqualTo(303);
    }

    @Test
    void guessersOfOneNetworkAreHeldUpTogetherAndNobodyElseIs() {
        cast.janez();
        var attempts = IntStream.range(0, 60)
                .map(i -> visitor()
                        .from("198.51.100." + i)
                        .signIn("nekdo" + i, "napacno-geslo-12")
                        .status())
                .boxed()
                .toList();
        assertThat(attempts).startsWith(422).endsWith(429);
        assertThat(visitor()
                        .from("198.51.100.250")
                        .signIn("janez", Cast.PASSWORD)
                        .status())
                .isEqualTo(429);
        assertThat(visitor()
                        .from("198.51.101.250")
                        .signIn("janez", Cast.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whatIsNoAddressIsOneToTheLimitsAndBreaksNothing() {
        var garbage = new String[] {"' or 1=1 --", "<script>", "unknown", "999.1.1.1", "_hidden"};
        for (int i = 0; i < 4; i++) {
            assertThat(visitor().from(garbage[i]).get("/registration").status())
                    .as(garbage[i])
                    .isEqualTo(200);
        }
        assertThat(visitor().from(garbage[4]).get("/registration").status()).isEqualTo(429);
        cast.janez();
        var janez = visitor().from(garbage[0]);
        assertThat(janez.signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
        assertThat(janez.get("/profile/sessions").status()).isEqualTo(200);
    }

    private void looksAtTheForm(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(visitor().from(address).get("/registration").status()).isEqualTo(200);
        }
    }

    private Visitor.Answer renews(String address, String email) {
        return visitor().from(address).post("/invitation/renewal", "email", email);
    }
}
