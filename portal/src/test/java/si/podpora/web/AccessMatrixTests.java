package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import si.podpora.PortalTests;

/**
 * Who gets where: every route, as the application's own mappings name them, is called as everybody, and the
 * answers are compared with {@code access-matrix.txt}. A route without a line fails, and a line without a route.
 *
 * <p>What the outcomes mean is said at the top of that file. Each call that may have changed something is
 * followed by a new stage, so that one call says nothing of the next.
 */
class AccessMatrixTests extends PortalTests {

    private static final String FILE = "si/podpora/web/access-matrix.txt";
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::[^}]*)?}");
    private static final String NOBODY = "987654321";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** The columns of the file, in its order. */
    private enum Role {
        ANONYMOUS,
        FRESH,
        OTHER,
        OWN,
        COMPANY,
        ADMIN,
        AGENT,
        SUPERVISOR,
        TECHNICIAN,
        ADMINISTRATOR
    }

    /** What the calls are about: a case of Janez of Kovinar, and Jana of the same company. */
    private record Stage(String session, String number, long company, long person, long successor) {}

    @Test
    void everybodyGetsWhereTheFileSays() throws Exception {
        var expected = expected();
        var routes = routes();
        var found = new TreeMap<String, List<String>>();
        routes.forEach(route -> found.put(route, new ArrayList<>()));
        var browser = visitor();
        var csrf = browser.csrf();
        var csrfCookie = browser.cookie("podpora-form");
        for (var role : Role.values()) {
            var stage = stage(role);
            for (var route : routes) {
                var outcome = call(route, stage, csrf, csrfCookie);
                Objects.requireNonNull(found.get(route)).add(outcome);
                if (!route.startsWith("GET") && outcome.equals("ok")) {
                    stage = stage(role);
                }
            }
        }
        var wrong = new ArrayList<String>();
        found.forEach((route, outcomes) -> {
            var line = expected.get(route);
            if (line == null) {
                wrong.add("no line for    " + line(route, outcomes));
            } else if (!line.equals(outcomes)) {
                wrong.add("not as it says " + line(route, outcomes));
            }
        });
        expected.keySet().stream()
                .filter(route -> !found.containsKey(route))
                .forEach(route -> wrong.add("no route for   " + route));
        assertThat(wrong)
                .as("Lines of src/test/resources/%s that differ, as they came out", FILE)
                .isEmpty();
    }

    private static String line(String route, List<String> outcomes) {
        var parts = route.split(" ", 2);
        return "%-6s %-62s ".formatted(parts[0], parts[1])
                + String.join(" ", outcomes.stream().map("%-7s"::formatted).toList())
                        .strip();
    }

    private Map<String, List<String>> expected() throws IOException {
        var lines = new TreeMap<String, List<String>>();
        var text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        for (var line : text.lines()
                .filter(one -> !one.isBlank() && !one.startsWith("#"))
                .toList()) {
            var parts = line.strip().split("\\s+");
            assertThat(parts).as(line).hasSize(2 + Role.values().length);
            var before = lines.put(parts[0] + " " + parts[1], List.of(Arrays.copyOfRange(parts, 2, parts.length)));
            assertThat(before).as("twice: " + line).isNull();
        }
        return lines;
    }

    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            for (var path : mapping.getPatternValues()) {
                for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
                    routes.add(method + " " + path);
                }
            }
        });
        return routes;
    }

    private Stage stage(Role role) {
        cast.clear();
        cast.marija();
        var janez = cast.janez();
        var jana = cast.jana();
        var number = cast.caseOf(janez, cast.kovinar(), "Zahtevek podjetja Kovinar");
        long me = switch (role) {
            case ANONYMOUS -> 0;
            case FRESH -> cast.nina();
            case OTHER -> cast.boris();
            case OWN -> jana;
            case COMPANY -> janez;
            case ADMIN -> cast.marija();
            case AGENT -> cast.ana();
            case SUPERVISOR -> cast.person("Maja", "Kovač", "supervisor", "sl", null, "own");
            case TECHNICIAN -> cast.person("Tomaž", "Oblak", "technician", "sl", null, "own");
            case ADMINISTRATOR -> cast.sonja();
        };
        return new Stage(me == 0 ? "" : session(me), number, cast.kovinar(), jana, janez);
    }

    private String session(long person) {
        var token = Secret.random();
        var now = clock.instant();
        sql.sql("""
                insert into browser_session (token_hash, person_id, created_at, last_seen_at, expires_at, address, user_agent)
                values (:hash, :person, :now, :now, :expires, '127.0.0.1', 'Test')
                """)
                .param("hash", token.hash())
                .param("person", person)
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(Duration.ofHours(1))))
                .update();
        return token.text();
    }

    private String call(String route, Stage stage, String csrf, String csrfCookie)
            throws IOException, InterruptedException {
        var parts = route.split(" ", 2);
        var path = VARIABLE.matcher(parts[1]).replaceAll(variable -> value(variable.group(1), parts[1], stage));
        var request = visitor()
                .request(path)
                .header("Cookie", "podpora-session=" + stage.session() + "; podpora-form=" + csrfCookie);
        if (parts[0].equals("GET")) {
            request.GET();
        } else {
            request.header("X-XSRF-TOKEN", csrf)
                    .header(
                            "Content-Type",
                            path.equals("/files") ? "application/octet-stream" : "application/x-www-form-urlencoded")
                    .method(parts[0], HttpRequest.BodyPublishers.ofString(body(stage, path)));
        }
        // An open stream never ends: the head of the answer says it all.
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return outcome(answer);
    }

    private static String outcome(HttpResponse<?> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        return switch (answer.statusCode()) {
            case 303 -> location.startsWith("/sign-in?next=") ? "sign-in" : "ok";
            case 403, 404 -> Integer.toString(answer.statusCode());
            default -> answer.statusCode() < 500 ? "ok" : "error";
        };
    }

    private static String value(String variable, String path, Stage stage) {
        return switch (variable) {
            case "number" -> stage.number();
            case "company" -> Long.toString(stage.company());
            case "person" -> Long.toString(stage.person());
            case "name" -> "datoteka.pdf";
            case "box" -> "note";
            default ->
                path.startsWith("/files") || path.contains("captcha")
                        ? UUID.nameUUIDFromBytes(new byte[] {1}).toString()
                        : NOBODY;
        };
    }

    /** Something for whatever a form asks, so that what is refused is refused for the person and not for the form. */
    private static String body(Stage stage, String path) {
        return String.join(
                "&",
                "key=" + UUID.randomUUID(),
                "body=Poskus",
                "title=Poskus",
                "name=Poskus",
                "role=company",
                "was=" + (path.endsWith("/status") ? "IN_PROGRESS" : "own"),
                "successor=" + stage.successor(),
                "status=RESEARCHING",
                "visibility=INTERNAL",
                "language=sl",
                "domain=kovinar.example",
                "company=" + stage.company(),
                "person=" + stage.person());
    }
}
