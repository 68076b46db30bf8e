package si.podpora;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A browser without JavaScript: keeps cookies, fills in forms as they stand on the page, follows no redirect by itself. */
public final class Visitor {

    private final String base;
    private final CookieManager cookies;
    private final HttpClient http;
    private String languages = "sl";
    private @Nullable String forwardedFor;

    Visitor(String base) {
        this(base, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Visitor(String base, CookieManager cookies) {
        this.base = base;
        this.cookies = cookies;
        http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst()
                    .orElse("");
        }

        public String location() {
            return header("Location");
        }

        public Document page() {
            return Jsoup.parse(body);
        }

        /** The visible text of the main part. */
        public String text() {
            var main = page().selectFirst("main");
            return main == null ? page().text() : main.text();
        }
    }

    /** Sets Accept-Language. */
    public Visitor speaking(String acceptLanguage) {
        languages = acceptLanguage;
        return this;
    }

    /** Says, as a proxy would, where the request comes from. */
    public Visitor from(String forwardedFor) {
        this.forwardedFor = forwardedFor;
        return this;
    }

    /** The same browser, with its cookies, at another copy of the portal. */
    public Visitor at(int port) {
        return new Visitor("http://localhost:" + port, cookies);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Follows redirects to the page at their end. */
    public Answer follow(Answer answer) {
        var at = answer;
        for (int i = 0; i < 10 && !at.location().isEmpty(); i++) {
            at = get(at.location());
        }
        return at;
    }

    /** Posts bare fields, with the CSRF token of the sign-in page if none is among them. */
    public Answer post(String path, String... namesAndValues) {
        var fields = fields(namesAndValues);
        if (fields.stream().noneMatch(field -> field.name().equals("_csrf"))) {
            fields.add(new Field("_csrf", csrf()));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    /** Posts without any CSRF token. */
    public Answer postBare(String path, String... namesAndValues) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields(namesAndValues)))));
    }

    /**
     * Fills in the form with this action on the given page and sends it: values that stand in it are kept,
     * the given ones replace them.
     */
    public Answer submit(Answer page, String action, String... namesAndValues) {
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(filledIn(page, action, namesAndValues)))));
    }

    /** The same with a box of this name unticked. */
    public Answer submitWithout(Answer page, String action, String box) {
        var fields = filledIn(page, action);
        if (!fields.removeIf(field -> field.name().equals(box))) {
            throw new AssertionError("Not ticked: " + box);
        }
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    /** The same with files, as a browser without JavaScript sends them. */
    public Answer submit(Answer page, String action, Map<String, byte[]> files, String... namesAndValues) {
        var body = new Multipart();
        filledIn(page, action, namesAndValues).forEach(field -> body.field(field.name(), field.value()));
        files.forEach(body::file);
        return send(body.on(request(action)));
    }

    /** The same with one file in a field of its own. */
    public Answer submitFile(Answer page, String action, String field, byte[] content, String... namesAndValues) {
        var body = new Multipart();
        filledIn(page, action, namesAndValues).forEach(standing -> body.field(standing.name(), standing.value()));
        body.file(field, "file", content);
        return send(body.on(request(action)));
    }

    /** Chooses another language by its button, which belongs to the form that is filled in on the page. */
    public Answer changeLanguage(Answer page, String language, String... namesAndValues) {
        var button = page.page().expectFirst("button[name=_language][value=" + language + "]");
        var form = page.page().expectFirst("form[id=" + button.attr("form") + "]");
        var fields = replacing(standing(form), namesAndValues);
        fields.add(new Field(button.attr("name"), button.attr("value")));
        return send(request(button.attr("formaction"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    private static List<Field> filledIn(Answer page, String action, String... namesAndValues) {
        var form = page.page().select("form").stream()
                .filter(candidate -> candidate.attr("action").equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form " + action + " on the page:\n" + page.text()));
        return replacing(standing(form), namesAndValues);
    }

    private static List<Field> replacing(List<Field> fields, String... namesAndValues) {
        var given = fields(namesAndValues);
        var names = given.stream().map(Field::name).collect(Collectors.toSet());
        fields.removeIf(field -> names.contains(field.name()));
        fields.addAll(given);
        return fields;
    }

    /** Uploads one file as the page's script does, while the form is still filled in. */
    public Answer upload(String name, byte[] content) {
        return send(request("/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .header("X-XSRF-TOKEN", csrf())
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    /** Signs in by the form. */
    public Answer signIn(String login, String password) {
        return submit(get("/sign-in"), "/sign-in", "login", login, "password", password);
    }

    /** The value of a cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Any other request; the path is relative to the portal. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", languages);
        return forwardedFor == null ? request : request.header("X-Forwarded-For", forwardedFor);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().map(), read(response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A no-break space reads as any other. */
    private static String read(String body) {
        return body.replace('\u00a0', ' ');
    }

    /** A CSRF token that fits this visitor's cookies. */
    public String csrf() {
        var field = get("/sign-in").page().selectFirst("input[name=_csrf]");
        return field == null ? "" : field.attr("value");
    }

    private static List<Field> standing(Element form) {
        var fields = new ArrayList<Field>();
        var controls = form.select("input[name], select[name], textarea[name]");
        var document = form.ownerDocument();
        if (!form.id().isEmpty() && document != null) {
            controls.addAll(document.select("[form=" + form.id() + "][name]"));
        }
        for (var control : controls) {
            var type = control.attr("type");
            var name = control.attr("name");
            switch (control.tagName()) {
                case "select" -> {
                    var chosen = control.selectFirst("option[selected]");
                    var value = chosen != null ? chosen : control.selectFirst("option");
                    fields.add(new Field(name, value == null ? "" : value.attr("value")));
                }
                case "textarea" -> fields.add(new Field(name, control.wholeText()));
                default -> {
                    if (type.equals("checkbox") || type.equals("radio")) {
                        if (control.hasAttr("checked")) {
                            fields.add(new Field(name, control.hasAttr("value") ? control.attr("value") : "on"));
                        }
                    } else if (!type.equals("submit") && !type.equals("file")) {
                        fields.add(new Field(name, control.attr("value")));
                    }
                }
            }
        }
        return fields;
    }

    private static List<Field> fields(String... namesAndValues) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return fields;
    }

    private static String encode(List<Field> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Field(String name, String value) {}
}
