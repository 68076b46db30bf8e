package si.podpora.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An agent writes down a case for who has called and passes it on; a supervisor puts the company's data right. */
class DeskOfficeJourneyTests extends DemoTests {

    @Test
    void aCallIsWrittenDownPassedOnAndReadByTheCustomer() {
        var desk = window(slovenian());
        var home = window(slovenian());
        var agent = signIn(desk, "ana.vidmar");
        agent.navigate(address("/desk/cases/new"));
        agent.fill("#q", "peter kovinar");
        agent.locator("main form[role=search] button").click();
        agent.locator(".companies-row-name", new Page.LocatorOptions().setHasText("Peter Zajc"))
                .click();
        agent.check("#type-support");
        agent.fill("#title", "Vrata v skladišče se ne odprejo");
        agent.fill("#description", "Klical je ob osmih: kartica pri vratih ne dela.");
        agent.fill("#systemNumber", "AC-0317");
        agent.locator("main form.new-case .form-actions button").click();
        assertThat(agent.locator(".notice")).containsText("stranka obveščena");
        assertThat(agent.locator(".desk-owner-name")).containsText("Ana Vidmar");

        agent.locator(".desk-assign-open").click();
        assertThat(agent.locator(".assign-list > li").first()).containsText("Gregor Berčič");
        assertThat(agent.locator(".assign-list > li").first()).containsText("Znanje za izdelek: Kontrola pristopa");
        agent.locator("main .form-actions button").click();
        assertThat(agent.locator("#reason")).hasAttribute("aria-invalid", "true");
        agent.fill("#reason", "Pristop pozna bolje");
        agent.locator("main .form-actions button").click();
        assertThat(agent.locator(".desk-owner-name")).containsText("Gregor Berčič");
        assertThat(agent.locator("#conversation")).containsText("Pristop pozna bolje");

        var customer = signIn(home, "peter.zajc");
        customer.navigate(agent.url().replace("/desk/", "/"));
        assertThat(customer.locator("main")).containsText("Gregor Berčič");
        assertThat(customer.locator("main")).not().containsText("Pristop pozna bolje");
    }

    @Test
    void aSupervisorAddsADeviceAndMergesACompany() {
        var desk = window(slovenian());
        var page = signIn(desk, "maja.kovac");
        page.navigate(address("/desk/companies"));
        page.fill("#q", "planika");
        page.keyboard().press("Enter");
        page.locator(".companies-name a").click();
        assertThat(page.locator("h1")).hasText("Hotel Planika d.o.o.");
        page.locator("a[href$='/devices/new']").click();
        page.fill("#serial", "rt 77-01");
        page.fill("#product", "Registracijski terminal RT-300");
        page.fill("#warrantyUntil", "2040-05-31");
        page.locator("main .form-actions button").click();
        assertThat(page.locator("main")).containsText("Garancija do 31. 5. 2040");

        page.locator("a[href$='/merge']").click();
        page.fill("#q", "mlekarna");
        page.locator("main form[role=search] button").click();
        page.locator(".companies-row-name").first().click();
        page.locator("main .form-actions button").click();
        page.check("#sure");
        page.locator("main .form-actions button").click();
        assertThat(page.locator("h1")).hasText("Mlekarna Polje d.d.");
        assertThat(page.locator("main"))
                .containsText(Pattern.compile("Združeno s podjetjem Hotel Planika .*Maja Kovač"));
        assertThat(page.locator("main")).containsText("RT7701");
    }
}
