package si.podpora.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import si.podpora.activation.verifier.ActivationVerifier;
import si.podpora.activation.verifier.Hardware;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.ProgramVersion;
import si.podpora.activation.verifier.ReleaseFile;
import si.podpora.activation.verifier.RequestFile;
import si.podpora.activation.verifier.SigningKeys;
import si.podpora.activation.verifier.Verdict;

/** A hospital activates its installations: by file and by code, up to the limit and past it. */
class ActivationJourneyTests extends DemoTests {

    @Test
    void fromTheRequestFileToTheRelease() throws Exception {
        var context = window(slovenian());
        var page = signIn(context, "irena.mlakar");
        page.click("nav >> text=T&S Aktivacija");
        page.setInputFiles("#request", file("request", RequestFile.write(code(1))));
        page.click("text=Naprej");
        assertThat(page.locator("h1")).hasText("Potrditev aktivacije");
        assertThat(page.locator("main")).containsText(code(1).text());
        page.click("main button:has-text('Aktiviraj')");
        assertThat(page.locator("main")).containsText("Namestitev je aktivirana.");
        var download = page.waitForDownload(() -> page.click("text=Prenesi datoteko"));
        var file = Files.readString(download.path());
        var keys =
                page.request().get(address("/.well-known/activation-keys.json")).text();
        var verifier = new ActivationVerifier(SigningKeys.ofJwks(keys), "time-and-space", LocalDate.of(2020, 1, 1));
        Assertions.assertThat(verifier.check(file, machine(1), Instant.now())).isInstanceOf(Verdict.Accepted.class);
        Assertions.assertThat(verifier.check(page.textContent("#armoured"), machine(1), Instant.now()))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(page.locator(".activation-qr")).isVisible();

        for (int number = 2; number <= 5; number++) {
            type(page, code(number).text());
            page.click("main button:has-text('Aktiviraj')");
        }
        type(page, code(6).text());
        assertThat(page.locator("h1")).hasText("Namestitve ni mogoče aktivirati");
        assertThat(page.locator(".installations li")).hasCount(5);
        page.setInputFiles("#release", file("release", ReleaseFile.of(file).text()));
        page.click("form[action$='/releases'] button");
        assertThat(page.locator("main")).containsText("Namestitev je sproščena.");
        type(page, code(6).text());
        page.click("main button:has-text('Aktiviraj')");
        assertThat(page.locator("main")).containsText("Namestitev je aktivirana.");
    }

    @Test
    void aTypingErrorAndAnUnknownKeyAreToldOnTheForm() {
        var context = window(slovenian());
        var page = signIn(context, "boris.horvat");
        page.navigate(address("/activation"));
        page.fill("#code", code(9).text().replaceFirst("^......", "000000"));
        page.click("text=Naprej");
        assertThat(page.locator("#problems")).containsText("Skupina 1 (000000) je napačno vpisana.");
        page.fill("#key", "000001-000002-000004-000008-00000G");
        assertThat(page.locator("#licence-by-key")).isChecked();
        page.fill("#code", code(9).text());
        page.click("text=Naprej");
        assertThat(page.locator("#problems")).containsText("ni med licencami vašega podjetja");
    }

    @Test
    void aForeignKeyIsAnsweredLikeAnUnknownOne() {
        var irena = signIn(window(slovenian()), "irena.mlakar");
        irena.navigate(address("/activation"));
        irena.click("text=Podrobnosti");
        var foreign = irena.locator(".licence-code").first().textContent();
        var page = signIn(window(slovenian()), "boris.horvat");
        page.navigate(address("/activation"));
        page.fill("#key", foreign);
        page.fill("#code", code(10).text());
        page.click("text=Naprej");
        assertThat(page.locator("#problems")).containsText("ni med licencami vašega podjetja");
        assertThat(page.locator("main")).not().containsText("Sveti Rok");
    }

    @Test
    void theCameraReadsTheCodeWhereTheBrowserCan() {
        var context = window(slovenian());
        context.addInitScript("""
                window.BarcodeDetector = class {
                  static async getSupportedFormats() { return ["qr_code"]; }
                  async detect(what) {
                    return what instanceof HTMLVideoElement ? [{ rawValue: "%s" }] : [];
                  }
                };
                navigator.mediaDevices.getUserMedia = async () => {
                  const canvas = document.createElement("canvas");
                  canvas.getContext("2d").fillRect(0, 0, 10, 10);
                  window.camera = canvas.captureStream(5);
                  return window.camera;
                };
                """.formatted(code(11).text()));
        var page = signIn(context, "boris.horvat");
        var form = page.navigate(address("/activation"));
        Assertions.assertThat(form.headerValue("Permissions-Policy")).contains("camera=(self)");
        page.click("[data-scan-live]");
        assertThat(page.locator("#code")).hasValue(code(11).text());
        assertThat(page.locator("dialog")).not().isVisible();
        Assertions.assertThat(page.evaluate("window.camera.getTracks().every(track => track.readyState === 'ended')"))
                .isEqualTo(true);
        page.click("text=Naprej");
        assertThat(page.locator("h1")).hasText("Potrditev aktivacije");
    }

    @Test
    void aPhotoIsReadByThePortalWhereTheBrowserCannot() throws Exception {
        var context = window(slovenian());
        context.addInitScript("delete window.BarcodeDetector");
        var page = signIn(context, "boris.horvat");
        page.navigate(address("/activation"));
        assertThat(page.locator("[data-scan-live]")).not().isVisible();
        page.setInputFiles("#scan", new FilePayload("photo.png", "image/png", picture(code(12).text())));
        assertThat(page.locator("[data-scan] [role=status]")).containsText("Slika je dodana");
        page.click("main button:has-text('Naprej')");
        assertThat(page.locator("h1")).hasText("Potrditev aktivacije");
        assertThat(page.locator("main")).containsText(code(12).text());
    }

    @Test
    void onAPhoneAllTabsAreSeenAndNothingSlidesSideways() {
        for (var language : new String[] {"sl-SI", "en-GB"}) {
            var phone = new com.microsoft.playwright.Browser.NewContextOptions()
                    .setLocale(language)
                    .setViewportSize(390, 844);
            var page = signIn(window(phone), "boris.horvat");
            page.navigate(address("/activation"));
            for (var tab : page.locator(".tabs a").all()) {
                assertThat(tab).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            }
            Assertions.assertThat(page.evaluate("""
                    [...document.querySelectorAll('.tabs, .subtabs')].every(tabs => tabs.scrollWidth <= tabs.clientWidth)""")).isEqualTo(true);
            Assertions.assertThat(page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
        }
    }

    private static byte[] picture(String text) throws Exception {
        var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400);
        var picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                picture.setRGB(x, y, matrix.get(x, y) ? 0 : 0xffffff);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private void type(Page page, String code) {
        page.navigate(address("/activation"));
        page.fill("#code", code);
        page.click("text=Naprej");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Hardware machine(int number) {
        return Hardware.of("journey " + number, "disk " + number, "network " + number);
    }

    private static InstallationCode code(int number) {
        return new InstallationCode(ProgramVersion.of("8.4.2"), machine(number));
    }
}
