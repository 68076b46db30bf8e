package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that arrived after the session had run out, or stood half filled in when the language was changed. What was typed waits in PostgreSQL under a random
 * token in a cookie, and only the person whose session it was gets it back.
 */
@Component
class ParkedForms {

    private static final String COOKIE = "podpora-parked";
    private static final Duration KEPT = Duration.ofHours(2);
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_OF_A_NETWORK = 120;
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<FormerReader> formerReader;
    private final RateLimits limits;

    ParkedForms(
            JdbcClient sql,
            JsonMapper json,
            Clock clock,
            ObjectProvider<FormerReader> formerReader,
            RateLimits limits) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.formerReader = formerReader;
        this.limits = limits;
    }

    /**
     * Keeps what was typed.
     *
     * @return the path of the page with the form; empty if the request tells of none
     */
    Optional<String> park(HttpServletRequest request, HttpServletResponse response) {
        var page = request.getParameter(FormGuard.PAGE_FIELD);
        if (page == null) {
            return Optional.empty();
        }
        var path = path(page);
        keep(request, response, path, typed(request));
        return Optional.of(path);
    }

    /** Keeps what stood in the form of a page that is going to be read in another language. */
    void parkFor(String page, HttpServletRequest request, HttpServletResponse response) {
        var fields = typed(request);
        if (!fields.isEmpty()) {
            keep(request, response, path(page), fields);
        }
    }

    private void keep(
            HttpServletRequest request, HttpServletResponse response, String path, Map<String, List<String>> typed) {
        var fields = json.writeValueAsString(typed);
        if (fields.length() > MOST_CHARACTERS
                || !limits.allow("parked:" + Network.of(request), MOST_OF_A_NETWORK, Duration.ofHours(1))) {
            return;
        }
        var token = Secret.random();
        var now = clock.instant();
        sql.sql("""
                insert into parked_form (token_hash, person_id, page, fields, created_at, expires_at)
                values (:hash, (select id from person where id = :person), :page, :fields::jsonb, :now, :expires)
                """)
                .param("hash", token.hash())
                .param("person", owner(request), Types.BIGINT)
                .param("page", path)
                .param("fields", fields)
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(KEPT)))
                .update();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token.text()));
    }

    /** What was typed into the form of this page before the session ran out; an empty form else. */
    Form of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Form.empty();
        }
        var reader = Pages.reader();
        return sql.sql("""
                select fields from parked_form
                where token_hash = :hash and page = :page and expires_at > :now
                  and (person_id is null or person_id = :reader)
                """)
                .param("hash", Secret.hash(cookie.getValue()))
                .param("page", request.getRequestURI())
                .param("now", SqlTime.of(clock.instant()))
                .param("reader", reader == null ? null : reader.id(), Types.BIGINT)
                .query(String.class)
                .optional()
                .map(fields -> Form.of(json.readValue(fields, FIELDS)))
                .orElseGet(Form::empty);
    }

    /** The form of this page has been sent: what was kept of it is not wanted any more. */
    void sent(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var page = request.getParameter(FormGuard.PAGE_FIELD);
        if (cookie != null && page != null) {
            sql.sql("delete from parked_form where token_hash = :hash and page = :page")
                    .param("hash", Secret.hash(cookie.getValue()))
                    .param("page", path(page))
                    .update();
        }
    }

    /** Removes what nobody came back for. */
    int removeExpired() {
        return sql.sql("delete from parked_form where expires_at < :now")
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    private @Nullable Long owner(HttpServletRequest request) {
        var reader = Pages.reader();
        if (reader != null) {
            return reader.id();
        }
        var former = formerReader.getIfAvailable();
        var person = former == null ? null : former.of(request);
        return person != null ? person : named(request);
    }

    /** Whom the form itself names, when the session is not known any more: that can only keep it from others. */
    private static @Nullable Long named(HttpServletRequest request) {
        var person = request.getParameter(FormGuard.PERSON_FIELD);
        return person != null && person.matches("[0-9]{1,18}") ? Long.valueOf(person) : null;
    }

    private static String path(String page) {
        var local = LocalPath.of(page);
        try {
            return LocalPath.of(URI.create(local).getRawPath());
        } catch (IllegalArgumentException e) {
            return "/"; // not an address: the home page, as LocalPath does for what leads elsewhere
        }
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!name.startsWith("_") && !lower.contains("password") && !lower.contains("code")) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    private String cookie(String token) {
        return ResponseCookie.from(COOKIE, token)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
