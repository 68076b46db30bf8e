package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import si.podpora.PortalTests;

/** Addresses that no browser asks for: written to the socket as they are, for a client would mend them. */
class RefusedPathsTests extends PortalTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f",
                "/%2e%2e/",
                "/../x",
                "/a;b",
                "/%00",
                "//double",
                "/a//b",
                "/%zz",
                "/a%",
                "/%c3%28",
                "/a%5cb",
                "/line%0abreak",
            })
    void aRefusedPathGetsThePortalsPageInTheReadersLanguage(String path) throws Exception {
        var slovenian = asks("GET " + path + " HTTP/1.1", "sl");
        assertThat(slovenian).startsWith("HTTP/1.1 400");
        assertThat(slovenian.toLowerCase(Locale.ROOT))
                .contains("content-security-policy: default-src 'none'", "x-content-type-options: nosniff")
                .doesNotContain("tomcat", "apache", "http status", "exception");
        var page = Jsoup.parse(slovenian.substring(slovenian.indexOf("\r\n\r\n")));
        assertThat(page.select("h1").text()).isEqualTo("Tega zahtevka nismo razumeli");
        assertThat(page.select("html").attr("lang")).isEqualTo("sl");
        assertThat(page.select("header .brand").text()).isEqualTo("Spica International");
        assertThat(page.select("main a[href=/]")).hasSize(1);

        assertThat(asks("GET " + path + " HTTP/1.1", "en")).contains("<html lang=\"en\">");
    }

    /** Not always are its headers read, so nobody knows the reader's language. */
    @ParameterizedTest
    @ValueSource(strings = {"GET / a b HTTP/1.1", "GET /a|b HTTP/1.1", "GARBAGE"})
    void whatIsNoRequestGetsItInOneOfTheLanguages(String line) throws Exception {
        assertThat(asks(line, "sl"))
                .startsWith("HTTP/1.1 400")
                .containsAnyOf("Tega zahtevka nismo razumeli", "We could not understand this request");
    }

    @Test
    void whatBrowsersSendInAQueryAsItWasTypedIsTaken() throws Exception {
        assertThat(asks("GET /sign-in?next=/cases?q={a|b}[c]^ HTTP/1.1", "sl")).startsWith("HTTP/1.1 200");
    }

    @Test
    void theStylesOfThePageAreThere() throws Exception {
        var page = asks("GET /%00 HTTP/1.1", "sl");
        var styles = Jsoup.parse(page).select("link[rel=stylesheet]").eachAttr("href");
        assertThat(styles)
                .hasSize(3)
                .allSatisfy(style ->
                        assertThat(visitor().get(style).status()).as(style).isEqualTo(200));
    }

    private String asks(String line, String language) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            var request =
                    line + "\r\nHost: localhost\r\nAccept-Language: " + language + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
