package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.Visitor;

/** Every cookie that the portal sets, when people reach it over https. */
@TestPropertySource(properties = "podpora.base-url=https://podpora.example")
class CookiesTests extends PortalTests {

    /** The client sends no Secure cookie over http, so the test carries them itself. */
    private final Map<String, String> jar = new LinkedHashMap<>();

    private final List<String> set = new ArrayList<>();

    @Test
    void everyCookieIsSecureForTheServerOnlyAndOfThisSite() {
        cast.janez();
        var signIn = get("/sign-in");
        var csrf =
                signIn.page().select("form[action=/sign-in] input[name=_csrf]").attr("value");
        post("/language", "_csrf=" + csrf + "&_language=sl");
        post("/sign-in", "_csrf=" + csrf + "&login=janez&password=" + Cast.PASSWORD);
        var profile = get("/profile");
        post("/profile", "_csrf=stale&_page=/profile&firstName=Janez");
        get("/profile");
        assertThat(profile.status()).isEqualTo(200);

        assertThat(set)
                .extracting(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .contains("podpora-session", "podpora-form", "podpora-language", "podpora-notice", "podpora-parked");
        assertThat(set)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Secure", "; HttpOnly", "; SameSite=Lax")
                        .containsOnlyOnce("Secure"));
    }

    private Visitor.Answer get(String path) {
        return send(request(path).GET());
    }

    private Visitor.Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = visitor().request(path);
        if (jar.isEmpty()) {
            return request;
        }
        return request.header(
                "Cookie",
                jar.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private Visitor.Answer send(HttpRequest.Builder request) {
        var answer = visitor().send(request);
        answer.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Set-Cookie")) {
                set.addAll(values);
                values.forEach(value -> jar.put(
                        value.substring(0, value.indexOf('=')),
                        value.substring(value.indexOf('=') + 1, value.indexOf(';'))));
            }
        });
        return answer;
    }
}
