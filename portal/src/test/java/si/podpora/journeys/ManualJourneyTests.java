package si.podpora.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import si.podpora.web.Words;

/** The users' manual from its first page to its last: from the request for access to the closed case. */
@TestPropertySource(properties = "podpora.captcha.enabled=false")
class ManualJourneyTests extends DemoTests {

    @Autowired
    private Words words;

    @ParameterizedTest
    @CsvSource({"sl-SI, true", "en-GB, true", "sl-SI, false"})
    void fromTheRequestForAccessToTheClosedCase(String tag, boolean javaScript) {
        var locale = Locale.forLanguageTag(tag);
        var who = locale.getLanguage() + (javaScript ? "" : "-plain");
        var email = who + "@novo-podjetje.example";
        var customer = window(options(tag).setJavaScriptEnabled(javaScript));
        var mail = window(options(tag));
        var agent = window(slovenian().setJavaScriptEnabled(javaScript));
        var page = customer.newPage();
        asksForAccess(page, locale, email);
        redeems(invitation(mail, email), page, who);
        var number = submits(page, locale);
        findsItInTheList(page, number);
        isAnswered(agent, number);
        readsAndCloses(page, number, locale);
    }

    private void asksForAccess(Page page, Locale locale, String email) {
        page.navigate(address("/"));
        page.locator(".tabs").getByText(say(locale, "web.nav.registration")).click();
        assertThat(heading(page)).hasText(say(locale, "registration.request.title"));
        page.selectOption("#salutation", "ms");
        page.fill("#firstName", "Živa");
        page.fill("#lastName", "Šuštar");
        page.fill("#email", email);
        page.fill("#phone", "01 568 08 00");
        page.fill("#department", "Nabava");
        page.fill("#company", "Novo podjetje d.o.o.");
        page.fill("#taxNumber", "SI 15012557");
        page.locator(".consent-box input[required]").all().forEach(Locator::check);
        page.locator("main form[action='/registration'] button[type=submit]:not([formaction])")
                .last()
                .click();
        page.waitForURL("**/registration/sent");
    }

    private String invitation(BrowserContext window, String email) {
        var mailbox = window.newPage();
        mailbox.navigate(address("/demo/mailbox?to=" + email));
        assertThat(mailbox.locator(".mailbox-subject").first()).containsText(Pattern.compile("CRM:\\d{7}"));
        mailbox.locator(".mailbox-mails a").first().click();
        var link = mailbox.frameLocator("iframe")
                .locator("a[href*='/invitation?code=']")
                .first()
                .getAttribute("href");
        return link.replaceFirst("https?://[^/]+", "");
    }

    private void redeems(String invitation, Page page, String who) {
        page.navigate(address(invitation));
        assertThat(page.locator("#code")).not().hasValue("");
        page.locator("main form[action='/invitation'] button").click();
        page.fill("#username", "ziva." + who);
        page.fill("#password", "Modra-Soča-Teče-Mimo-9");
        page.fill("#passwordConfirmation", "Modra-Soča-Teče-Mimo-9");
        page.locator("main form[action='/invitation/redemption'] button[type=submit]")
                .last()
                .click();
        assertThat(page.locator(".menu-name")).hasText("Živa Šuštar");
    }

    private String submits(Page page, Locale locale) {
        page.locator(".tabs").getByText(say(locale, "web.nav.newCase")).click();
        assertThat(heading(page)).hasText(say(locale, "cases.new.title"));
        page.check("#type-support");
        page.fill("#title", "TEST urnika");
        page.fill("#description", "potrebujem pomoč pri nastavitvi urnika");
        page.fill("#reference", "NAR-1");
        page.locator("form.new-case button[type=submit]").last().click();
        page.waitForURL(Pattern.compile(".*/cases/CAS-.*"));
        return page.url().replaceFirst(".*/cases/", "");
    }

    private void findsItInTheList(Page page, String number) {
        page.navigate(
                address("/cases?q=" + number.substring(number.length() - 6).toLowerCase(Locale.ROOT)));
        assertThat(page.locator("main")).containsText("TEST urnika");
        assertThat(page.locator("main")).containsText(number);
        page.navigate(address("/cases"));
        page.getByText(number).click();
        assertThat(heading(page)).containsText("TEST urnika");
    }

    private void isAnswered(BrowserContext window, String number) {
        var page = signIn(window, "gregor.bercic");
        page.navigate(address("/desk/cases/" + number));
        page.locator("form[action$='/assignment'] button").first().click();
        page.navigate(address("/desk/cases/" + number));
        page.click("#reply-box > summary");
        page.fill("#reply", "TEST, kako vam lahko pomagamo?");
        page.locator("#reply-form button[type=submit]").last().click();
        assertThat(page.locator("main")).containsText("kako vam lahko pomagamo?");
    }

    private void readsAndCloses(Page page, String number, Locale locale) {
        page.navigate(address("/cases/" + number));
        assertThat(page.locator("main")).containsText("Gregor Berčič");
        assertThat(page.locator("main")).containsText("kako vam lahko pomagamo?");
        page.fill("#body", "Hvala, to je vse.");
        page.locator("form[action$='/notes'] button[type=submit]").last().click();
        assertThat(page.locator("main")).containsText("Hvala, to je vse.");
        page.locator("details:has(form[action$='/closure']) summary").click();
        page.locator("form[action$='/closure'] button[type=submit]").last().click();
        assertThat(page.locator("main")).containsText(say(locale, "cases.status.work_completed"));
    }

    private String say(Locale locale, String key) {
        return words.say(locale, key);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Browser.NewContextOptions options(String tag) {
        return new Browser.NewContextOptions()
                .setLocale(tag)
                .setViewportSize(1280, 900)
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
