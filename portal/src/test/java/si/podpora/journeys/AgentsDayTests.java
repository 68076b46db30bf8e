package si.podpora.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A part of the help desk's day: two agents in two browsers on one case, by keys. */
class AgentsDayTests extends DemoTests {

    private static final String CASE = "/desk/cases/CAS-02580-T0M2L3";

    @Test
    void twoAgentsOnOneCaseSeeEachOtherAndNoReplyGoesOutBlind() {
        var anas = window(slovenian());
        var gregors = window(slovenian());
        var ana = signIn(anas, "ana.vidmar");
        var gregor = signIn(gregors, "gregor.bercic");
        ana.navigate(address(CASE));
        gregor.navigate(address(CASE));
        assertThat(ana.locator("#presence")).containsText("Gregor Berčič ima odprt ta zahtevek.");

        gregor.keyboard().press("n");
        assertThat(gregor.locator("#note")).isFocused();
        gregor.keyboard().type("Stranko poznam, že sem klical.");
        assertThat(ana.locator("#presence")).containsText("Gregor Berčič piše");

        ana.keyboard().press("?");
        assertThat(ana.locator("#keys")).isVisible();
        ana.keyboard().press("Escape");
        ana.keyboard().press("r");
        assertThat(ana.locator("#reply")).isFocused();
        ana.keyboard().type("Pridemo jutri. jk?");
        assertThat(ana.locator("#reply")).hasValue("Pridemo jutri. jk?");
        assertThat(ana.locator("#recipients")).containsText("janez.novak@");

        // Ana's page does not hear of the note: the answer does.
        anas.route("**" + CASE, route -> {
            if (route.request().method().equals("GET") && !route.request().isNavigationRequest()) {
                route.abort();
            } else {
                route.resume();
            }
        });
        gregor.locator("#note-form button[type=submit]").click();
        assertThat(gregor.locator(".note-internal").last()).containsText("že sem klical");
        ana.locator("#reply-form button[type=submit]").click();
        assertThat(ana.locator(".overtaken")).containsText("že sem klical");
        assertThat(ana.locator("#reply")).hasValue("Pridemo jutri. jk?");
        ana.locator("#reply-form button[type=submit]").click();
        assertThat(ana.locator(".note-staff").last()).containsText("Pridemo jutri.");
        assertThat(gregor.locator(".note-staff").last()).containsText("Pridemo jutri.");
    }

    @Test
    void whatArrivesOutOfSightIsShownBeforeTheReplyGoesOut() {
        Page ana = signIn(window(slovenian()), "ana.vidmar");
        Page gregor = signIn(window(slovenian()), "gregor.bercic");
        ana.navigate(address("/desk?view=unassigned"));
        ana.getByText("Izpis prisotnosti za evakuacijo").click();
        assertThat(ana.locator("#reply-form")).hasCount(1);
        gregor.navigate(ana.url());
        ana.setViewportSize(1280, 320);
        ana.keyboard().press("r");
        ana.keyboard().type("Naročili smo nov terminal.");
        ana.locator("#reply-form button[type=submit]").scrollIntoViewIfNeeded();

        gregor.keyboard().press("n");
        gregor.keyboard().type("Ne odgovarjaj še, kličem dobavitelja.");
        gregor.locator("#note-form button[type=submit]").click();
        gregor.locator("[data-key=take]").click();
        assertThat(ana.locator(".note-internal").last()).containsText("kličem dobavitelja");
        assertThat(ana.locator("#live")).containsText("spremenil");
        assertThat(ana.locator("#handling .desk-owner-name")).containsText("Gregor Berčič");

        ana.locator("#reply-form button[type=submit]").click();
        assertThat(ana.locator(".overtaken")).containsText("kličem dobavitelja");
        assertThat(ana.locator("#reply")).hasValue("Naročili smo nov terminal.");
    }

    @Test
    void theDetailsAreEditedWhereTheyStand() {
        Page page = signIn(window(slovenian()), "ana.vidmar");
        page.navigate(address(CASE));
        page.locator("[data-edit]").click();
        assertThat(page.locator("#facts #title")).isFocused();
        page.locator("#facts a.btn-link").click();
        assertThat(page.locator("#facts #title")).hasCount(0);
        page.locator("[data-edit]").click();
        page.locator("#facts #reference").fill("N-2026/99");
        page.locator("#facts form[action$='/fields'] button[type=submit]").click();
        assertThat(page.locator("#facts dl.facts")).containsText("N-2026/99");
    }

    @Test
    void keysLeadThroughTheQueueOneCameFrom() {
        var window = window(slovenian());
        Page page = signIn(window, "ana.vidmar");
        page.navigate(address("/desk?view=all"));
        var links = page.locator(".queue-title > a");
        var first = links.nth(0).getAttribute("href");
        var second = links.nth(1).getAttribute("href");
        links.nth(0).click();
        page.waitForURL(address(first));
        page.keyboard().press("j");
        page.waitForURL(address(second));
        page.keyboard().press("k");
        page.waitForURL(address(first));
        page.keyboard().press("s");
        assertThat(page.locator("#status")).isFocused();
        page.locator("h1").click();
        page.keyboard().press("m");
        assertThat(page.locator("dialog[open]")).containsText("Manjkajo podatki");
        page.locator("dialog[open] [data-insert]").first().click();
        assertThat(page.locator("#reply")).isFocused();
        assertThat(page.locator("#reply")).not().hasValue("");
    }

    @Test
    void whoSwitchesTheKeysOffInTheQueueHasNoneOnACase() {
        Page page = signIn(window(slovenian()), "gregor.bercic");
        page.navigate(address("/desk?view=all"));
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.uncheck("#keys-on");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isHidden();

        page.navigate(address(CASE));
        assertThat(page.locator("#keys-open")).isVisible();
        page.keyboard().press("n");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(page.locator("#note")).not().isFocused();
        page.locator("#keys-open").click();
        page.check("#keys-on");
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        assertThat(page.locator("#note")).isFocused();
    }
}
