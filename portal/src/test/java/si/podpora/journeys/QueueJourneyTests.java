package si.podpora.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The help desk's queue in the browser: what happens by itself, and what keys do. */
class QueueJourneyTests extends DemoTests {

    @Test
    void aNewCaseAppearsWithoutReloadAndTakesNoFocusAway() {
        var desk = window(slovenian());
        var home = window(slovenian());
        var ana = signIn(desk, "ana.vidmar");
        ana.navigate(address("/desk"));
        ana.keyboard().press("j");
        ana.keyboard().press("j");
        var focused = ana.evaluate("document.activeElement.textContent").toString();

        submit(signIn(home, "janez.novak"), "Žarnica na čitalniku utripa");

        assertThat(ana.locator(".queue-new .queue-title")).hasText("Žarnica na čitalniku utripa");
        assertThat(ana.locator("#queue-live")).hasText("Nov v seznamu: Žarnica na čitalniku utripa");
        Assertions.assertThat(ana.evaluate("document.activeElement.textContent"))
                .isEqualTo(focused);
    }

    @Test
    void keysLeadThroughTheQueueAndLeaveAloneWhoeverTypes() {
        var context = window(slovenian());
        var page = signIn(context, "ana.vidmar");
        page.navigate(address("/desk"));
        var links = page.locator(".queue-title > a");
        page.keyboard().press("j");
        assertThat(links.nth(0)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(links.nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(links.nth(0)).isFocused();

        page.keyboard().press("/");
        page.keyboard().type("jgk?/");
        assertThat(page.locator("#q")).hasValue("jgk?/");
        assertThat(page.locator("#keys")).not().isVisible();
        page.evaluate("document.activeElement.blur()");

        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).not().isVisible();

        page.keyboard().press("g");
        page.keyboard().press("t");
        assertThat(page).hasURL(Pattern.compile(".*view=triage.*"));
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/desk/cases/CAS-.*"));
    }

    @Test
    void whoWantsNoKeysSwitchesThemOff() {
        var context = window(slovenian());
        var page = signIn(context, "ana.vidmar");
        page.navigate(address("/desk"));
        page.locator("#keys-open").click();
        page.locator("#keys-on").uncheck();
        page.keyboard().press("Escape");
        page.reload();
        page.keyboard().press("?");
        page.keyboard().press("j");
        assertThat(page.locator("#keys")).not().isVisible();
        assertThat(page.locator(".queue-title > a").first()).not().isFocused();
        page.locator("#keys-open").click();
        assertThat(page.locator("#keys-on")).not().isChecked();
    }

    @Test
    void tagsAreSuggested() {
        var context = window(slovenian());
        var page = signIn(context, "ana.vidmar");
        page.navigate(address("/desk"));
        page.locator(".queue-title > a").first().click();
        page.locator("#tag-name").fill("Čakamo dobavitelja");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tags .tag")).containsText("Čakamo dobavitelja");
        page.locator("#tag-name").pressSequentially("čakamo".toUpperCase(Locale.ROOT));
        assertThat(page.locator("#tag-names option")).hasAttribute("value", "Čakamo dobavitelja");
    }

    private void submit(Page page, String title) {
        page.navigate(address("/cases/new"));
        page.locator("#title").fill(title);
        page.locator("#description").fill("Utripa rdeče, vrata se ne odprejo.");
        page.locator("input[name=type]").first().check();
        page.locator("form[action='/cases'] button[type=submit]").last().click();
        assertThat(page).hasURL(Pattern.compile(".*/cases/CAS-.*"));
    }
}
