package si.podpora.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Marija administers Kovinar: her first hour, and a colleague who leaves. Matej belongs to two companies. */
class CompanyJourneyTests extends DemoTests {

    private static final String CHOSEN_PASSWORD = "Modra-Soča-Teče-Mimo-9";

    @Test
    void anAdministratorsFirstHour() {
        var office = window(slovenian());
        var hers = window(slovenian());
        var mail = window(slovenian());
        var tina = signIn(hers, "tina.medved");
        assertThat(tina.locator("main")).containsText("V podjetje še niste sprejeti: Kovinar Celje d.o.o.");
        var number = submits(tina, "Naročilnica za nove kartice");
        tina.navigate(address("/profile")); // the page of a case asks for itself again whenever her rights change

        var marija = signIn(office, "marija.kos");
        marija.getByText("1 oseba čaka, da jo sprejmete").click();
        var waiting = marija.locator(".row-item", withText("Tina Medved"));
        assertThat(waiting).containsText("Naslov ustreza domeni podjetja.");
        waiting.getByRole(AriaRole.BUTTON, named("Sprejmi: Tina Medved")).click();
        assertThat(notice(marija)).hasText("Oseba je sprejeta v podjetje.");
        assertThat(inbox(mail, "tina.medved@kovinar.example").first()).containsText("Kovinar Celje d.o.o.");

        marija.getByRole(AriaRole.LINK, link("Tina Medved")).click();
        marija.check("#role-company");
        marija.locator("form[action$='/role'] button").click();
        assertThat(notice(marija)).hasText("Pravice so spremenjene.");
        tina.navigate(address("/cases?view=company"));
        assertThat(tina.locator("#case-list")).containsText("Napačen izračun nadur za nočno izmeno");

        invites(marija, "Rok", "Kotnik", "rok.kotnik@kovinar.example");
        assertThat(marija.locator(".row-item", withText("rok.kotnik@kovinar.example")))
                .containsText("velja do");
        var his = window(slovenian());
        var rok = redeems(his, mail, "rok.kotnik@kovinar.example", "rok.kotnik");
        assertThat(rok.locator("main")).containsText("Pozdravljeni, Rok");
        submits(rok, "Zamenjava baterije v čitalniku");
        var own = submits(rok, "Kartica za voznika");

        marija.navigate(address("/company/people"));
        assertThat(marija.locator("main")).not().containsText("velja do");
        marija.getByRole(AriaRole.LINK, link("Rok Kotnik")).click();
        assertThat(marija.locator("main")).containsText("Predaj 2 odprta zahtevka");
        marija.selectOption("#handover-successor", new SelectOption().setLabel("Tina Medved"));
        marija.locator("form[action$='/handover'] button").click();
        assertThat(notice(marija)).hasText("Zahtevki so predani.");
        assertThat(inbox(mail, "tina.medved@kovinar.example").first())
                .containsText("Prevzemate 2 zahtevka osebe Rok Kotnik");

        marija.locator("form[action$='/departure'] button").click();
        assertThat(notice(marija)).hasText("Dostop je končan.");
        assertThat(marija.locator("main")).not().containsText("Rok Kotnik");
        rok.navigate(address("/cases/" + own));
        assertThat(heading(rok)).hasText("Prijava");
        tina.navigate(address("/cases/" + number));
        assertThat(heading(tina)).containsText("Naročilnica za nove kartice");
    }

    @Test
    void aPersonOfTwoCompaniesSaysForWhichOneAndSeesThemApart() {
        var his = window(slovenian());
        var theirs = window(slovenian());
        var matej = signIn(his, "matej.hribar");
        matej.navigate(address("/cases"));
        assertThat(row(matej, "Selitev baze Time & Space na nov strežnik")).containsText("Kovinar Celje d.o.o.");
        assertThat(row(matej, "Varnostna kopija ročnih terminalov")).containsText("Mlekarna Polje d.d.");
        matej.locator(".chips a", withText("Mlekarna Polje d.d.")).click();
        assertThat(matej.locator("#case-list")).containsText("Varnostna kopija ročnih terminalov");
        assertThat(matej.locator("#case-list")).not().containsText("Selitev baze");

        matej.navigate(address("/cases/new"));
        fills(matej, "Nov strežnik za izpise");
        matej.locator("form.new-case .form-actions button").click();
        assertThat(matej.locator("#company")).hasAttribute("aria-invalid", "true");
        assertThat(matej.locator("#title")).hasValue("Nov strežnik za izpise");
        matej.selectOption("#company", new SelectOption().setLabel("Mlekarna Polje d.d."));
        matej.locator("form.new-case .form-actions button").click();
        matej.waitForURL(Pattern.compile(".*/cases/CAS-.*"));
        assertThat(matej.locator("main")).containsText("Mlekarna Polje d.d.");
        var path = matej.url().replaceFirst(".*(?=/cases/)", "");

        var boris = signIn(theirs, "boris.horvat");
        boris.navigate(address(path));
        assertThat(heading(boris)).containsText("Nov strežnik za izpise");
        var others = window(slovenian());
        var answer = signIn(others, "janez.novak").navigate(address(path));
        Assertions.assertThat(answer.status()).isEqualTo(404);
        matej.navigate(address("/cases"));
        assertThat(row(matej, "Nov strežnik za izpise")).containsText("Mlekarna Polje d.d.");
        row(matej, "Operacijski blok: vrata se ne zaklenejo po urniku")
                .locator("a")
                .first()
                .click();
        assertThat(heading(matej)).containsText("Operacijski blok");
    }

    @Test
    void whoLeavesIsOutAtOnceAndTheSuccessorGoesOn() {
        var office = window(slovenian());
        var hers = window(slovenian());
        var desk = window(slovenian());
        var mail = window(slovenian());
        var marija = signIn(office, "marija.kos");
        invites(marija, "Vida", "Jereb", "vida.jereb@kovinar.example");
        var vida = redeems(hers, mail, "vida.jereb@kovinar.example", "vida.jereb");
        var number = submits(vida, "Vrata v garderobo ostajajo odprta");
        var ana = signIn(desk, "ana.vidmar");
        replies(ana, number, "Ali se vrata zaklenejo ob 18. uri?");
        assertThat(vida.locator("#conversation")).containsText("Ali se vrata zaklenejo ob 18. uri?");

        marija.navigate(address("/company/people"));
        marija.getByRole(AriaRole.LINK, link("Vida Jereb")).click();
        marija.selectOption("#successor", new SelectOption().setLabel("Peter Zajc"));
        marija.locator("form[action$='/departure'] button").click();
        assertThat(notice(marija)).hasText("Dostop je končan.");

        // Her open page goes by itself.
        assertThat(heading(vida)).hasText("Prijava");
        assertThat(vida.locator("body")).not().containsText("garderobo");
        replies(ana, number, "Pridemo v torek ob osmih.");
        assertThat(inbox(mail, "peter.zajc@kovinar.example").first()).containsText("Vrata v garderobo");
        var hersMails = inbox(mail, "vida.jereb@kovinar.example");
        assertThat(hersMails.first()).containsText("Nimate več dostopa do podjetja Kovinar Celje d.o.o.");
        // Only what she had asked herself: neither the answer that still gathered nor the later one.
        assertThat(hersMails.filter(new Locator.FilterOptions().setHasText("Vrata v garderobo")))
                .hasCount(1);

        var his = window(slovenian());
        var peter = signIn(his, "peter.zajc");
        peter.navigate(address("/cases/" + number));
        assertThat(peter.locator("#conversation")).containsText("Pridemo v torek ob osmih.");
        assertThat(peter.locator("#conversation"))
                .containsText("Zahtevek je od osebe Vida Jereb prevzela oseba Peter Zajc.");
        vida.fill("#login", "vida.jereb");
        vida.fill("#password", CHOSEN_PASSWORD);
        vida.click("main button[type=submit]");
        assertThat(vida.locator("body")).not().containsText("Vrata v garderobo");
        vida.navigate(address("/cases?view=all"));
        assertThat(vida.locator("main")).not().containsText("garderobo");
    }

    private void invites(Page page, String first, String last, String email) {
        page.navigate(address("/company/people"));
        page.locator("a[href='/company/invitations/new']").click();
        page.fill("#firstName", first);
        page.fill("#lastName", last);
        page.fill("#email", email);
        page.locator("main .form-actions button").click();
        page.waitForURL(address("/company/people"));
    }

    private Page redeems(BrowserContext window, BrowserContext mail, String email, String username) {
        inbox(mail, email).first().click();
        var page = mail.pages().getFirst();
        var link = page.frameLocator("iframe")
                .locator("a[href*='/invitation?code=']")
                .first()
                .getAttribute("href");
        var invited = window.newPage();
        invited.navigate(address(link.replaceFirst("https?://[^/]+", "")));
        invited.locator("main form[action='/invitation'] button").click();
        for (var field : new String[] {"phone", "department"}) {
            if (invited.locator("#" + field).count() > 0) {
                invited.fill("#" + field, field.equals("phone") ? "03 428 01 00" : "Logistika");
            }
        }
        invited.fill("#username", username);
        invited.fill("#password", CHOSEN_PASSWORD);
        invited.fill("#passwordConfirmation", CHOSEN_PASSWORD);
        for (var consent : invited.locator(".consent-box input[required]").all()) {
            consent.check();
        }
        invited.locator("main form[action='/invitation/redemption'] button[type=submit]")
                .last()
                .click();
        assertThat(invited.locator(".menu-name")).isVisible();
        return invited;
    }

    /** The number of the new case. */
    private String submits(Page page, String title) {
        page.navigate(address("/cases/new"));
        fills(page, title);
        page.locator("form.new-case .form-actions button").click();
        page.waitForURL(Pattern.compile(".*/cases/CAS-.*"));
        return page.url().replaceFirst(".*/cases/", "");
    }

    private static void fills(Page page, String title) {
        page.check("#type-support");
        page.fill("#title", title);
        page.fill("#description", "Prosim za pomoč.");
    }

    private void replies(Page page, String number, String text) {
        page.navigate(address("/desk/cases/" + number));
        page.click("#reply-box > summary");
        page.fill("#reply", text);
        page.locator("#reply-form button[type=submit]").last().click();
        assertThat(page.locator(".note-staff").last()).containsText(text);
    }

    /** The mails to an address, the newest first. */
    private Locator inbox(BrowserContext window, String email) {
        var page = window.pages().isEmpty() ? window.newPage() : window.pages().getFirst();
        page.navigate(address("/demo/mailbox?to=" + email));
        return page.locator(".mailbox-mails a");
    }

    private static Locator row(Page page, String title) {
        return page.locator("#case-list tr", withText(title));
    }

    private static Locator notice(Page page) {
        return page.locator(".notice[role=status]");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
