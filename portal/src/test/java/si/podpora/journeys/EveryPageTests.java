package si.podpora.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import nu.validator.client.EmbeddedValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Follows every link from the front door as different people and looks at each kind of page once: no
 * violation of WCAG 2.2 AA, valid HTML, nothing that scrolls sideways, nothing that the browser complains
 * about.
 */
class EveryPageTests extends DemoTests {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** Far above what there is: whoever reaches it has found links that breed ever new kinds of addresses. */
    private static final int MOST_KINDS = 300;

    @ParameterizedTest(name = "as {0}, {1} px, {2}")
    @CsvSource({
        "visitor, 1280, LIGHT, sl-SI, 5",
        "visitor, 390, DARK, en-GB, 5",
        "janez.novak, 1280, LIGHT, sl-SI, 7",
        "janez.novak, 390, DARK, sl-SI, 7",
        "luka.maric, 390, LIGHT, en-GB, 7",
        "marija.kos, 1280, DARK, sl-SI, 7",
        "ana.vidmar, 1280, LIGHT, sl-SI, 30",
        "ana.vidmar, 390, DARK, sl-SI, 30",
        "sonja.kralj, 1280, DARK, sl-SI, 50",
    })
    void everyPageIsSound(String who, int width, ColorScheme scheme, String locale, int least) {
        var options = new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, 900)
                .setColorScheme(scheme);
        var context = window(options);
        var page = who.equals("visitor") ? context.newPage() : signIn(context, who);
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
        var seen = crawl(page, complaints);
        System.out.println("CRAWL "+who+" "+seen.size()+" "+seen);
        assertThat(complaints).isEmpty();
        assertThat(seen).as("kinds of pages seen by " + who).hasSizeGreaterThanOrEqualTo(least);
    }

    private Collection<String> crawl(Page page, List<String> complaints) {
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
            look(page, response.text(), complaints);
            for (var link : new TreeSet<>(links(page))) {
                waiting.add(link);
            }
        }
        return kinds.values();
    }

    private void look(Page page, String html, List<String> complaints) {
        var path = page.url();
        new AxeBuilder(page)
                .setLegacyMode(true) // else it opens a window for each page, and Chromium does not always answer that
                .withTags(WCAG)
                // A mail in the mailbox may run no script, not even this one: the browser would wait for it for ever.
                .exclude("iframe")
                .analyze()
                .getViolations()
                .forEach(violation -> complaints.add(path + " axe " + violation.getId() + ": "
                        + violation.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                .limit(3)
                                .toList()));
        complaints.addAll(
                invalid(html).stream().map(error -> path + " html: " + error).toList());
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow instanceof Number pixels && pixels.intValue() > 0) {
            complaints.add(path + " scrolls sideways by " + pixels + " px");
        }
    }

    private static List<String> invalid(String html) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
        try {
            var report = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            return report.lines().filter(line -> line.contains(": error")).toList();
        } catch (Exception e) {
            throw new AssertionError("The HTML checker failed", e);
        }
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
