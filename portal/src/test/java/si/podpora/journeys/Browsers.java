package si.podpora.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Chromium of a journey. Windows are not closed one by one: Chromium sometimes never answers that, while a browser that
 * does not end is ended by Playwright.
 */
public final class Browsers {

    private static final double PATIENCE = 15_000;

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private Browsers() {}

    /** The browser's program; empty if there is none. */
    static Optional<Path> executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window with cookies of its own, until the test's end. */
    public static synchronized BrowserContext window(Browser.NewContextOptions options) {
        var open = browser;
        if (open == null) {
            open = launch();
            browser = open;
        }
        var context = open.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** Ends the browser with all its windows. */
    static synchronized void close() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    private static Browser launch() {
        if (playwright == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
