package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import si.podpora.PortalTests;
import si.podpora.Visitor;

/**
 * Tries every route of the portal, as the mappings themselves name them, as people who may not call it. A
 * route with a new kind of variable fails until it is given a value here.
 */
class RouteTests extends PortalTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::[^}]*)?}");
    private static final String UNKNOWN = "CAS-99999-ABCDEF";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private record Route(String method, String path, Access.To access) {}

    @Test
    void aVisitorIsSentToSignIn() {
        var wrong = new ArrayList<String>();
        var visitor = visitor();
        for (var route : routes()) {
            if (route.access() == Access.To.ANYONE) {
                continue;
            }
            var answer = call(visitor, route, UNKNOWN);
            if (answer.status() != 303 || !answer.location().startsWith("/sign-in")) {
                wrong.add(route + " answered " + answer.status() + " " + answer.location());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsForOneCircleIsRefusedToTheOthers() {
        cast.janez();
        cast.ana();
        cast.nina();
        var wrong = new ArrayList<String>();
        refused("janez", List.of(Access.To.STAFF, Access.To.SUPERVISORS, Access.To.ADMINISTRATORS), wrong);
        refused("nina", List.of(Access.To.STAFF, Access.To.SUPERVISORS, Access.To.ADMINISTRATORS), wrong);
        refused("ana", List.of(Access.To.CUSTOMERS, Access.To.SUPERVISORS, Access.To.ADMINISTRATORS), wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void somebodyElsesCaseIsTheSame404AsNone() {
        var number = cast.caseOf(cast.janez(), cast.kovinar(), "Skrivnost podjetja Kovinar");
        cast.jana();
        cast.boris();
        cast.nina();
        var wrong = new ArrayList<String>();
        for (var stranger : List.of("boris", "nina", "jana")) {
            var visitor = as(stranger);
            for (var route : routes()) {
                if (!route.path().contains("{number}")
                        || route.access() == Access.To.STAFF
                        || route.access() == Access.To.SUPERVISORS) {
                    continue;
                }
                var theirs = call(visitor, route, number);
                var none = call(visitor, route, UNKNOWN);
                if (theirs.status() != 404
                        || none.status() != 404
                        || !plain(theirs.body(), number).equals(plain(none.body(), UNKNOWN))) {
                    wrong.add(stranger + " " + route + " answered " + theirs.status() + " and " + none.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aGetChangesNothing() {
        var number = cast.caseOf(cast.janez(), cast.kovinar(), "Ura ne dela");
        cast.marija();
        cast.ana();
        cast.sonja();
        var readers = List.of(visitor(), as("janez"), as("marija"), as("ana"), as("sonja"));
        var before = contents();
        for (var reader : readers) {
            for (var route : routes()) {
                if (route.method().equals("GET") && !route.path().endsWith("/events")) {
                    call(reader, route, number);
                }
            }
        }
        assertThat(contents()).isEqualTo(before);
    }

    /**
     * What every table holds. A look at the form for access makes a code to see, and is counted; that is all a
     * GET may leave behind.
     */
    private Map<String, String> contents() {
        return sql
                .sql("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename not in ('captcha', 'rate_limit', 'server_secret')")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> sql.sql("select coalesce(string_agg(t::text, chr(10) order by t::text), '') from "
                                        + table + " t")
                                .query(String.class)
                                .single()));
    }

    private void refused(String who, List<Access.To> circles, List<String> wrong) {
        var visitor = as(who);
        for (var route : routes()) {
            if (circles.contains(route.access())) {
                var answer = call(visitor, route, UNKNOWN);
                if (answer.status() != 403) {
                    wrong.add(who + " " + route + " answered " + answer.status());
                }
            }
        }
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var access = Objects.requireNonNull(
                    AccessInterceptor.accessOf(handler), () -> handler + " does not say whom it lets in");
            var methods = mapping.getMethodsCondition().getMethods();
            for (var path : mapping.getPatternValues()) {
                for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : methods) {
                    routes.add(new Route(method.name(), path, access.value()));
                }
            }
        });
        return routes;
    }

    private static Visitor.Answer call(Visitor visitor, Route route, String number) {
        var values = Map.of(
                "number", number,
                "other", number,
                "box", "note",
                "id",
                        route.path().startsWith("/files") || route.path().contains("captcha")
                                ? UUID.nameUUIDFromBytes(new byte[] {1}).toString()
                                : "987654321",
                "name", "datoteka.pdf",
                "company", "987654321",
                "person", "987654321",
                "key", "987654321");
        var path = VARIABLE.matcher(route.path())
                .replaceAll(variable -> Objects.requireNonNull(
                        values.get(variable.group(1)),
                        () -> "RouteTests has no value for {" + variable.group(1) + "} of " + route.path()));
        if (route.method().equals("GET")) {
            return visitor.get(path);
        }
        if (route.method().equals("POST") && !path.equals("/files")) {
            return visitor.post(path, "key", UUID.randomUUID().toString(), "body", "Poskus", "person", "987654321");
        }
        var csrf = visitor.csrf();
        return visitor.send(visitor.request(path)
                .header("X-XSRF-TOKEN", csrf)
                .header(
                        "Content-Type",
                        path.equals("/files") ? "application/octet-stream" : "application/x-www-form-urlencoded")
                .method(route.method(), HttpRequest.BodyPublishers.ofString("title=Poskus&key=" + UUID.randomUUID())));
    }

    /** Without what differs between any two answers. */
    private static String plain(String body, String number) {
        return body.replace(number, "*")
                .lines()
                .map(line -> line.replaceAll("value=\"[^\"]*\"", "value"))
                .collect(Collectors.joining("\n"));
    }
}
