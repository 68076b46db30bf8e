package si.podpora.files;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.journeys.Browsers;
import si.podpora.journeys.NeedsChromium;

/** The field for files as people use it, in Chromium. */
@NeedsChromium
@Import(FilesStage.class)
class UploadFieldTests extends PortalTests {

    @LocalServerPort
    private int serverPort;

    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void openTheForm() {
        cast.janez();
        open(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingComplained() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void filesAreUploadedWhileTheFormIsFilledInAndGoWithIt() {
        choose(file("slika.png", Samples.png(900, 600)), file("Poročilo.pdf", Samples.pdf()));
        assertThat(rows()).hasCount(2);
        assertThat(page.locator("[data-file]")).hasCount(2);
        assertThat(page.locator("[data-status]")).hasText(java.util.regex.Pattern.compile("Datoteka .+ je naložena"));
        page.getByLabel("Odstrani datoteko slika.png").click();
        assertThat(rows()).hasCount(1);
        assertThat(page.getByLabel("Odstrani datoteko Poročilo.pdf")).isFocused();
        accessible();

        send();
        assertThat(page.locator(".file-list .file-name")).hasText("Poročilo.pdf");
        assertThat(sql.sql("select name from attachment").query(String.class).list())
                .containsExactly("Poročilo.pdf");
    }

    @Test
    void aRefusedFileSaysWhyAndCanBeRemoved() {
        choose(file("slika.jpg", Samples.exe()), file("prazna.txt", new byte[0]));
        assertThat(rows().first().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("ker je v njej program");
        assertThat(rows().last()).containsText("Datoteka »prazna.txt« je prazna.");
        accessible();
        complaints.removeIf(complaint -> complaint.contains("422")); // Chromium tells of every refusal
        page.getByLabel("Odstrani datoteko slika.jpg").click();
        page.getByLabel("Odstrani datoteko prazna.txt").click();
        assertThat(rows()).hasCount(0);
        assertThat(page.locator("#files")).isFocused();
    }

    @Test
    void aScreenshotIsPastedWhereOneTypesAndAFileIsDropped() {
        page.locator("#words").focus();
        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  const png = Uint8Array.from(atob(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                  ), (c) => c.charCodeAt(0));
                  data.items.add(new File([png], "image.png", { type: "image/png" }));
                  document.activeElement.dispatchEvent(
                    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }""");
        assertThat(page.locator("[data-file]")).hasCount(1);
        assertThat(page.locator(".upload-name"))
                .hasText(java.util.regex.Pattern.compile("posnetek-zaslona-[-\\d]+\\.png$"));
        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.items.add(new File(["zapis"], "dnevnik.log", { type: "text/plain" }));
                  document.querySelector("[data-zone]").dispatchEvent(
                    new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                }""");
        assertThat(page.locator("[data-file]")).hasCount(2);
    }

    @Test
    void theFormWaitsForItsFiles() {
        page.route("**/files?name=*", route -> {
            page.waitForTimeout(1000);
            route.resume();
        });
        choose(file("velika.txt", new byte[200_000]));
        send();
        assertThat(page.locator(".file-list .file-name")).hasText("velika.txt");
    }

    @Test
    void looksRightOnADeskAndOnATelephone() {
        for (var width : new int[] {1280, 390}) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                open(width, scheme);
                choose(
                        file("Posnetek zaslona z napako na terminalu pri vratarnici.png", Samples.png(900, 600)),
                        file("dnevnik.log", Samples.text("zapis\n")),
                        file("slika.jpg", Samples.exe()));
                assertThat(page.locator("[data-file]")).hasCount(2);
                assertThat(page.locator(".upload-failed")).hasCount(1);
                complaints.removeIf(complaint -> complaint.contains("422"));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
                picture(width + "-" + scheme);
                accessible();
                page.getByLabel("Odstrani datoteko slika.jpg").click();
                send();
                assertThat(page.locator(".file-list li")).hasCount(2);
                picture(width + "-" + scheme + "-sent");
                accessible();
            }
        }
    }

    private void open(int width, ColorScheme scheme) {
        var context = Browsers.window(new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setLocale("sl")
                .setColorScheme(scheme));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://localhost:" + serverPort + "/sign-in?next=/letters");
        page.locator("[name=login]").fill("janez");
        page.locator("[name=password]").fill(Cast.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**/letters");
    }

    private void choose(FilePayload... files) {
        page.locator("#files").setInputFiles(files);
    }

    private void send() {
        page.locator("#words").fill("Terminal ne odpira vrat.");
        page.locator("main .btn-primary").click();
    }

    private Locator rows() {
        return page.locator("[data-files] > li");
    }

    private void accessible() {
        var found = new AxeBuilder(page)
                .setLegacyMode(true) // else it opens a window for each page, and Chromium does not always answer that
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).isEmpty();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/pictures/files-" + name.toLowerCase(java.util.Locale.ROOT) + ".png")));
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }
}
