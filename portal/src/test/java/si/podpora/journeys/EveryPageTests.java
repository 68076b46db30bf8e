package si.podpora.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Follows every link from the front door as different people and looks at each kind of page once: no
 * violation of WCAG 2.2 AA, valid HTML, nothing that scrolls sideways, nothing that the browser complains
 * about. In the end every route of the portal that shows a page has been looked at.
 */
@TestMethodOrder(OrderAnnotation.class)
class EveryPageTests extends DemoTests {

    /** Far above what there is: whoever reaches it has found links that breed ever new kinds of addresses. */
    private static final int MOST_KINDS = 300;

    /** Pages that no link of the portal leads to: those after a form, those of links in mails, and long lists. */
    private static final List<String> BY_HAND_AS_VISITOR = List.of(
            "/registration/sent",
            "/invitation",
            "/invitation/sent",
            "/password/forgotten/sent",
            "/password/new",
            "/first-administrator",
            "/nowhere");

    private static final List<String> BY_HAND_AS_STAFF = List.of(
            "/desk/companies/1/devices", "/desk/companies/1/systems", "/desk/companies/1/entitlements", "/cases");

    /** Streams, files and data, and addresses that lead on to a page which is looked at. */
    private static final Pattern NO_PAGE = Pattern.compile(
            ".*/export\\.(csv|xlsx)|.*/template\\.csv|/files/.*|.*/events|.*/(presence|counts|tags|devices|companies)"
                    + "|.*/(picture|sound|file|qr)|/demo/mailbox/.*/.*|/invitation/(redemption|renewal)"
                    + "|/organisation\\.css|/error|/api/.*|/\\.well-known/.*"
                    + "|/registration/captcha");

    private static final Set<String> LOOKED_AT = new TreeSet<>();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest(name = "as {0}, {1} px, {2}")
    @Order(1)
    @CsvSource({
        "visitor, 1280, LIGHT, sl-SI, 5",
        "visitor, 390, DARK, en-GB, 5",
        "janez.novak, 1280, LIGHT, sl-SI, 15",
        "janez.novak, 390, DARK, sl-SI, 15",
        "luka.maric, 390, LIGHT, en-GB, 15",
        "marija.kos, 1280, DARK, sl-SI, 15",
        "ana.vidmar, 1280, LIGHT, sl-SI, 50",
        "ana.vidmar, 390, DARK, sl-SI, 50",
        "sonja.kralj, 1280, DARK, sl-SI, 65",
    })
    void everyPageIsSound(String who, int width, ColorScheme scheme, String locale, int least) {
        var complaints = new ArrayList<String>();
        var page = open(who, width, scheme, locale, complaints);
        var sound = new Soundness(complaints);
        var seen = crawl(page, sound, complaints);
        var byHand = who.equals("visitor")
                ? BY_HAND_AS_VISITOR
                : who.equals("ana.vidmar") ? BY_HAND_AS_STAFF : List.<String>of();
        for (var path : byHand) {
            look(page, page.navigate(address(path)), sound);
        }
        assertThat(sound.all()).isEmpty();
        assertThat(seen).as("kinds of pages that links lead to").hasSizeGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "visitor, 390, LIGHT, sl-SI, /registration",
        "visitor, 1280, DARK, en-GB, /registration",
        "visitor, 390, DARK, sl-SI, /sign-in",
        "visitor, 390, LIGHT, en-GB, /invitation",
        "janez.novak, 1280, LIGHT, sl-SI, /cases/new /profile /profile/password /activation",
        "janez.novak, 390, DARK, sl-SI, /cases/new /profile/password /activation",
        "ana.vidmar, 1280, DARK, sl-SI, /desk/cases/new?person=1&company=1 /desk/companies/new /desk/invitations/new?company=1 /desk/views/new",
        "sonja.kralj, 390, LIGHT, sl-SI, /desk/licences/new /desk/templates/new /desk/macros/new /desk/people/invitations/new",
    })
    void aFormWithNothingInItComesBackSound(String who, int width, ColorScheme scheme, String locale, String paths) {
        var sound = new Soundness(new ArrayList<>());
        var page = open(who, width, scheme, locale, new ArrayList<>());
        for (var path : paths.split(" ")) {
            page.navigate(address(path));
            assertThat(page.locator("main form[method=post]").count()).as(path).isPositive();
            var answer = page.waitForNavigation(() -> page.evaluate("""
                    const form = document.querySelector('main form[method=post]');
                    form.querySelectorAll('input[type=text], input[type=email], input[type=tel], input[type=password], \
                        input:not([type]), textarea').forEach(field => field.value = '');
                    form.submit();"""));
            assertThat(answer.status()).as(path).isEqualTo(422);
            look(page, answer, sound);
        }
        assertThat(sound.all()).isEmpty();
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({"1280, LIGHT, sl-SI", "390, DARK, sl-SI"})
    void thePagesThatMailsLeadToAreSound(int width, ColorScheme scheme, String locale) {
        var complaints = new ArrayList<String>();
        var sound = new Soundness(complaints);
        var page = open("visitor", width, scheme, locale, complaints);
        page.navigate(address("/password/forgotten"));
        page.fill("#email", "janez.novak@kovinar.example");
        page.click("main form button[type=submit]");
        page.navigate(mailed(page, "janez.novak@kovinar.example", "/password/new", sound));
        look(page, page.reload(), sound);

        var invited = "lea.tratnik." + width + "@posta.example";
        var sonja = signIn(window(slovenian()), "sonja.kralj");
        sonja.navigate(address("/desk/invitations/new?company=4"));
        sonja.selectOption("#salutation", new SelectOption().setIndex(1));
        sonja.fill("#firstName", "Lea");
        sonja.fill("#lastName", "Tratnik");
        sonja.fill("#email", invited);
        sonja.click("main form button[type=submit]");
        page.navigate(mailed(page, invited, "/invitation", sound));
        look(page, page.reload(), sound);
        look(page, page.waitForNavigation(() -> page.click("main form[action='/invitation'] button")), sound);
        assertThat(page.locator("#username").count()).isOne();
        assertThat(sound.all()).isEmpty();
    }

    /** The address in the newest mail to somebody that leads to a page of the portal; looks at the mailbox meanwhile. */
    private String mailed(Page page, String to, String path, Soundness sound) {
        page.navigate(address("/demo/mailbox?to=" + to));
        look(
                page,
                page.waitForNavigation(
                        () -> page.locator(".mailbox-mails a").first().click()),
                sound);
        var link =
                page.frameLocator("iframe").locator("a[href*='" + path + "?']").first();
        return address(link.getAttribute("href").replaceFirst("https?://[^/]+", ""));
    }

    @Test
    @Order(4)
    void noPageIsLeftOut() {
        var left = mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(route -> !NO_PAGE.matcher(route).matches())
                .filter(route -> {
                    var pattern = Pattern.compile(route.replaceAll("\\{[^}]*}", "[^/]+"));
                    return LOOKED_AT.stream()
                            .noneMatch(path -> pattern.matcher(path).matches());
                })
                .sorted()
                .toList();
        assertThat(LOOKED_AT).as("pages looked at by the other tests").hasSizeGreaterThan(80);
        assertThat(left).as("routes whose page nobody has looked at").isEmpty();
    }

    private Page open(String who, int width, ColorScheme scheme, String locale, List<String> complaints) {
        var context = window(new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
        var page = who.equals("visitor") ? context.newPage() : signIn(context, who);
        page.onConsoleMessage(message -> {
            // That a page has the status 404 is what some are asked for; the status is looked at elsewhere.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                complaints.add(page.url() + " asks for " + response.url() + ": " + response.status());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
        return page;
    }

    private Set<String> crawl(Page page, Soundness sound, List<String> complaints) {
        var waiting = new ArrayDeque<String>(List.of(address("/")));
        var kinds = new LinkedHashMap<String, String>();
        while (!waiting.isEmpty()) {
            var target = waiting.poll();
            if (kinds.putIfAbsent(kind(target), target) != null) {
                continue;
            }
            assertThat(kinds).as("kinds of pages").hasSizeLessThan(MOST_KINDS);
            var response = page.navigate(target);
            if (response == null || response.status() >= 400) {
                complaints.add(target + " leads nowhere: " + (response == null ? "" : response.status()));
                continue;
            }
            look(page, response, sound);
            waiting.addAll(new TreeSet<>(links(page)));
        }
        return kinds.keySet();
    }

    private static void look(Page page, @Nullable Response response, Soundness sound) {
        var answer = Objects.requireNonNull(response, page.url());
        assertThat(answer.status()).as(page.url()).isLessThan(500);
        sound.look(page, answer.text());
        LOOKED_AT.add(page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", ""));
    }

    private List<String> links(Page page) {
        var found = page.evaluate(
                "[...document.querySelectorAll('a[href]:not([download])')].map(a => a.href.split('#')[0])");
        var links = new ArrayList<String>();
        if (found instanceof List<?> addresses) {
            addresses.forEach(address -> add(links, (String) address));
        }
        return links;
    }

    private void add(List<String> links, @Nullable String address) {
        if (address != null
                && address.startsWith(address("/"))
                && !address.contains("/export.")
                && !address.contains("/files/")
                && !address.contains("/sound")) {
            links.add(address);
        }
    }

    /** Pages that differ only by number, key, order or position are of one kind. */
    private static String kind(String address) {
        var path = address.replaceFirst("https?://[^/]+", "");
        var view = path.replaceFirst("^[^?]*", "").replaceFirst(".*[?&](view|part)=([^&]*).*|.*", "$1$2");
        return path.replaceFirst("\\?.*", "")
                        .replaceAll("CAS-[0-9A-Z-]+", "*")
                        .replaceAll("/[0-9]+", "/*")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                + view;
    }
}
