package si.podpora.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import si.podpora.database.TestDatabase;

/** The portal with its demonstration, as the README's first command starts it. */
@NeedsChromium
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"podpora.demo=true", "podpora.data-dir=target/demo-data"})
@ContextConfiguration(initializers = TestDatabase.ForContext.class)
abstract class DemoTests {

    static final String PASSWORD = "Podpora-Demo-2026";

    @LocalServerPort
    private int port;

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** A window with cookies of its own, until the test's end. */
    BrowserContext window(Browser.NewContextOptions options) {
        return Browsers.window(options);
    }

    static Browser.NewContextOptions slovenian() {
        return new Browser.NewContextOptions().setLocale("sl-SI").setViewportSize(1280, 900);
    }

    /** Signs in by the form as somebody of the demonstration. */
    Page signIn(BrowserContext context, String username) {
        var page = context.newPage();
        page.navigate(address("/sign-in"));
        page.fill("#login", username);
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.endsWith("/sign-in"));
        return page;
    }
}
