package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** The code of the form: to see, to hear, to have anew. */
class CaptchaFormTests extends RegistrationTests {

    @Test
    void aWrongCodeLosesNothingAndBringsANewPicture() {
        var visitor = visitor();
        var first = visitor.get("/registration");
        var answer = visitor.submit(first, "/registration", tina("captchaCode", "NAPAKA", "consent-news", "yes"));

        assertThat(answer.status()).isEqualTo(422);
        var page = answer.page();
        assertThat(page.select("#captchaCode-error").text()).startsWith("Koda ni bila prava");
        assertThat(page.select("#captchaCode").attr("value")).isEmpty();
        assertThat(page.select("#email").attr("value")).isEqualTo(TINA);
        assertThat(page.select("#salutation option[selected]").attr("value")).isEqualTo("ms");
        assertThat(page.select("#taxNumber").attr("value")).isEqualTo("SI 15012557");
        assertThat(page.select("input[type=checkbox][checked]")).hasSize(3);
        assertThat(page.select("input[name=captcha]").attr("value"))
                .isNotEqualTo(first.page().select("input[name=captcha]").attr("value"));
        assertThat(mails()).isEmpty();

        assertThat(visitor.submit(answer, "/registration", "captchaCode", code(answer))
                        .status())
                .isEqualTo(303);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void aWrongCodeIsNotForgottenSoItsPictureServesNobodyAnyMore() {
        var visitor = visitor();
        var first = visitor.get("/registration");
        visitor.submit(first, "/registration", tina("captchaCode", "NAPAKA"));
        assertThat(sends(visitor, first, tina()).status()).isEqualTo(422);
    }

    @Test
    void aRightCodeStaysWhileSomethingElseIsMendedAndServesOnce() {
        var visitor = visitor();
        var first = visitor.get("/registration");
        var answer = sends(visitor, first, tina("phone", "12"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(problems(answer)).containsExactly("#phone");
        assertThat(picture(answer)).isEqualTo(picture(first));
        assertThat(answer.page().select("#captchaCode").val()).isEqualTo(code(first));

        assertThat(visitor.submit(answer, "/registration", "phone", "01 568 08 00")
                        .location())
                .isEqualTo("/registration/sent");
        var another = visitor.submit(
                answer,
                "/registration",
                "phone",
                "01 568 08 00",
                "key",
                UUID.randomUUID().toString());
        assertThat(another.status()).isEqualTo(422);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void aWrongCodeIsToldTogetherWithTheOtherMistakes() {
        var visitor = visitor();
        var first = visitor.get("/registration");
        var answer = visitor.submit(first, "/registration", tina("phone", "12", "captchaCode", "NAPAKA"));
        assertThat(problems(answer)).containsExactly("#phone", "#captchaCode");
        assertThat(picture(answer)).isNotEqualTo(picture(first));
        assertThat(answer.page().select("#captchaCode").val()).isEmpty();
    }

    @Test
    void aCodeThatIsMissingIsToldAndThePictureStays() {
        var visitor = visitor();
        var first = visitor.get("/registration");
        var answer = visitor.submit(first, "/registration", tina());
        assertThat(problems(answer)).containsExactly("#captchaCode");
        assertThat(answer.page().select("#captchaCode-error").text()).isEqualTo("Vnesite kodo s slike.");
        assertThat(picture(answer)).isEqualTo(picture(first));
        assertThat(sends(visitor, answer).location()).isEqualTo("/registration/sent");
    }

    @Test
    void theFirstButtonOfTheFormSendsIt() {
        var button = visitor().get("/registration").page().expectFirst("#access-request button[type=submit]");
        assertThat(button.hasAttr("formaction")).isFalse();
        assertThat(button.attr("tabindex")).isEqualTo("-1");
        assertThat(button.attr("aria-hidden")).isEqualTo("true");
    }

    private static List<String> problems(Visitor.Answer answer) {
        return answer.page().select("#problems a").eachAttr("href");
    }

    private static String picture(Visitor.Answer answer) {
        return answer.page().select("input[name=captcha]").val();
    }

    @Test
    void aNewPictureKeepsEverythingTyped() {
        var visitor = visitor();
        var page = visitor.get("/registration");
        var fields = Stream.concat(
                        Stream.of(
                                "_csrf",
                                page.page()
                                        .select("main form input[name=_csrf]")
                                        .attr("value")),
                        Stream.of(tina("email", "ni naslov")))
                .toArray(String[]::new);
        var answer = visitor.post("/registration/captcha", fields);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("#email").attr("value")).isEqualTo("ni naslov");
        assertThat(answer.page().select("#consent-service").hasAttr("checked")).isTrue();
        assertThat(answer.page().select("#problems")).isEmpty();
        var renewed = visitor.submit(answer, "/registration", "email", TINA, "captchaCode", code(answer));
        assertThat(renewed.status()).isEqualTo(303);
    }

    @Test
    void theNewPictureButtonNeedsNoOtherField() {
        var button = visitor().get("/registration").page().select("button[formaction^=/registration/captcha]");
        assertThat(button.hasAttr("formnovalidate")).isTrue();
        assertThat(button.text()).isEqualTo("Ustvari novo sliko");
    }

    @Test
    void pictureAndSoundAreServedAndNeverKept() {
        var visitor = visitor();
        var page = visitor.get("/registration").page();
        var picture = visitor.get(page.select(".captcha img").attr("src"));
        var sound = visitor.get(page.select("a[data-plays]").attr("href"));

        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Cache-Control")).contains("no-store");
        assertThat(sound.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(sound.header("Cache-Control")).contains("no-store");
        assertThat(sound.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(visitor.get("/registration/captcha/" + UUID.randomUUID() + "/picture")
                        .status())
                .isEqualTo(404);
    }
}
