package si.podpora.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of the printer: the content dark on white, and nothing to press. */
class PrintTests extends DemoTests {

    @ParameterizedTest
    @CsvSource({
        "janez.novak, /cases?view=all, , Zahtevki za podporo",
        "janez.novak, /cases, td.at-number a, TEST",
        "janez.novak, /cases, td.at-number a + /print, TEST",
        "ana.vidmar, /desk, , Zahtevki",
        "ana.vidmar, /desk, .queue-title a, TEST",
    })
    void onPaperThereIsNothingToPress(String who, String path, String link, String heading) {
        var options = slovenian().setColorScheme(ColorScheme.DARK).setJavaScriptEnabled(true);
        var context = window(options);
        var page = signIn(context, who);
        page.navigate(address(path));
        if (link != null) {
            var parts = link.split(" \\+ ");
            var target = (String) page.locator(parts[0]).first().getAttribute("href");
            page.navigate(address(target + (parts.length > 1 ? parts[1] : "")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(700, 1000); // what the margins of an A4 leave

        assertThat(visible(page, "nav, form, button, input, textarea, select, summary, .btn"))
                .isEmpty();
        assertThat(page.locator("main h1").innerText()).startsWith(heading);
        assertThat(page.locator(".print-head").innerText()).contains("Spica International d.o.o.", "Natisnjeno");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('main h1')).color"))
                .isEqualTo("rgb(0, 0, 0)");
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    private static List<String> visible(Page page, String selector) {
        return page.locator(selector).all().stream()
                .filter(found -> found.isVisible())
                .map(found ->
                        found.evaluate("node => node.outerHTML.slice(0, 120)").toString())
                .toList();
    }
}
