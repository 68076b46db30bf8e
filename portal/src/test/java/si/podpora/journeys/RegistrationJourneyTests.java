package si.podpora.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.registration.captcha.CaptchaReader;
import si.podpora.registration.captcha.Captchas;

/** Asking for access with the code of the picture, as people do who send a form with Enter. */
class RegistrationJourneyTests extends DemoTests {

    @Autowired
    private Captchas captchas;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void enterSendsTheFormAndTheCodeIsTypedOnce(boolean javaScript) {
        var page = window(slovenian().setJavaScriptEnabled(javaScript)).newPage();
        page.navigate(address("/registration"));
        page.selectOption("#salutation", "mr");
        page.fill("#firstName", "Vid");
        page.fill("#lastName", "Vnašalec");
        page.fill("#email", "vid-" + javaScript + "@tipkovnica.example");
        page.fill("#department", "Skladišče");
        page.fill("#company", "Tipkovnica d.o.o.");
        page.fill("#taxNumber", "SI 15012557");
        page.locator(".consent-box input[required]").all().forEach(Locator::check);
        var picture = picture(page);
        page.fill("#captchaCode", CaptchaReader.read(captchas, picture));
        page.press("#captchaCode", "Enter");

        assertThat(page.locator("#problems")).containsText("Vpišite telefonsko številko.");
        assertThat(page.locator("input[name=captcha]")).hasValue(picture);
        page.fill("#phone", "01 568 08 00");
        page.press("#phone", "Enter");
        assertThat(page).hasURL(Pattern.compile(".*/registration/sent"));
    }

    private static String picture(Page page) {
        return page.inputValue("input[name=captcha]");
    }
}
