package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.net.IPv6Utils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;
import si.podpora.web.FormerReader;
import si.podpora.web.Secret;
import si.podpora.web.SqlTime;

/**
 * Signed-in browsers. One statement finds the session, its person and the person's companies; the last
 * access is written at most every five minutes, so that a page view writes nothing.
 */
@Component
public class Sessions implements FormerReader {

    private static final String COOKIE = "podpora-session";
    private static final Duration IDLE = Duration.ofHours(12);
    /** Outlives the session, so that whose form arrives too late is still known. */
    private static final Duration COOKIE_KEPT = Duration.ofDays(30);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final Clock clock;

    Sessions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Signs a person in in this browser, always under a new id; a session that was there ends. */
    @Transactional
    public void begin(long personId, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        var token = Secret.random();
        var now = clock.instant();
        sql.sql("""
                insert into browser_session
                    (token_hash, person_id, created_at, last_seen_at, expires_at, address, user_agent)
                values (:hash, :person, :now, :now, :expires, :address, :agent)
                """)
                .param("hash", token.hash())
                .param("person", personId)
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(IDLE)))
                .param("address", request.getRemoteAddr())
                .param("agent", shortened(request.getHeader(HttpHeaders.USER_AGENT)))
                .update();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token.text(), COOKIE_KEPT));
    }

    /** Signs the person out of this browser. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var token = token(request);
        if (token == null) {
            return;
        }
        sql.sql("update browser_session set ended_at = :now where token_hash = :hash and ended_at is null")
                .param("now", SqlTime.of(clock.instant()))
                .param("hash", Secret.hash(token))
                .update();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }

    /** A browser in which the person is signed in. */
    public record Listed(long id, Device device, String address, Instant since, Instant lastSeen) {}

    /** Where the person is signed in, the last seen first. */
    List<Listed> of(Actor me) {
        return sql.sql("""
                select id, user_agent, address, created_at, last_seen_at from browser_session
                where person_id = :person and ended_at is null and expires_at > :now
                order by last_seen_at desc, id desc limit 100
                """)
                .param("person", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .query((row, index) -> new Listed(
                        row.getLong("id"),
                        Device.of(row.getString("user_agent")),
                        IPv6Utils.canonize(row.getString("address")),
                        SqlTime.instant(row, "created_at"),
                        SqlTime.instant(row, "last_seen_at")))
                .list();
    }

    /** Signs the person out of another browser; false if it is none of the person's. */
    boolean endOne(Actor me, long sessionId) {
        return sql.sql("""
                update browser_session set ended_at = :now
                where id = :id and person_id = :person and ended_at is null
                """)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("id", sessionId)
                        .param("person", me.id())
                        .update()
                == 1;
    }

    /**
     * Signs the person out everywhere.
     *
     * @param kept the session that goes on; null for none
     */
    void endAll(long personId, @Nullable Long kept) {
        sql.sql("""
                update browser_session set ended_at = :now
                where person_id = :person and ended_at is null and id is distinct from :kept
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("person", personId)
                .param("kept", kept, Types.BIGINT)
                .update();
    }

    /** Removes sessions that nobody can want to know of any more. */
    int removeOld() {
        return sql.sql("delete from browser_session where expires_at < :old")
                .param("old", SqlTime.of(clock.instant().minus(COOKIE_KEPT)))
                .update();
    }

    /** Whose browser this is; empty for a visitor, and after the session has ended or run out. */
    Optional<Actor> actor(HttpServletRequest request) {
        var token = token(request);
        if (token == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        var found = sql.sql("""
                select s.id as session_id, s.last_seen_at, p.id, p.first_name, p.last_name, p.email, p.language,
                       p.time_zone, p.staff_role,
                       array(select array[c.id::text, c.name, m.role]
                             from membership m join company c on c.id = m.company_id and c.state <> 'ended'
                             where m.person_id = p.id and m.state = 'admitted' order by c.id) as memberships
                -- "offset 0": first the session, then its person by the key, whatever the planner thinks of few sessions
                from (select * from browser_session b
                      where b.token_hash = :hash and b.ended_at is null and b.expires_at > :now offset 0) s
                cross join lateral (select * from person o where o.id = s.person_id and o.state = 'active' offset 0) p
                """)
                .param("hash", Secret.hash(token))
                .param("now", SqlTime.of(now))
                .query((row, index) -> new Found(actor(row), SqlTime.instant(row, "last_seen_at")))
                .optional();
        found.filter(session -> session.lastSeen().plus(SEEN_EVERY).isBefore(now))
                .ifPresent(session -> seen(session.actor().sessionId(), now));
        return found.map(Found::actor);
    }

    @Override
    public @Nullable Long of(HttpServletRequest request) {
        var token = token(request);
        return token == null
                ? null
                : sql.sql("select person_id from browser_session where token_hash = :hash")
                        .param("hash", Secret.hash(token))
                        .query(Long.class)
                        .optional()
                        .orElse(null);
    }

    /** Which of these sessions still are: neither ended nor run out, and the person's account neither. */
    public Set<Long> alive(Collection<Long> sessionIds) {
        return sql.sql("""
                select s.id from browser_session s join person p on p.id = s.person_id and p.state = 'active'
                where s.id = any (:ids) and s.ended_at is null and s.expires_at > :now
                """)
                .param("ids", sessionIds.toArray(Long[]::new))
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .set();
    }

    private void seen(long sessionId, Instant now) {
        sql.sql("update browser_session set last_seen_at = :now, expires_at = :expires where id = :id")
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(IDLE)))
                .param("id", sessionId)
                .update();
    }

    private static Actor actor(ResultSet row) throws SQLException {
        var role = row.getString("staff_role");
        return new Actor(
                row.getLong("id"),
                row.getLong("session_id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                Locale.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                role == null ? null : StaffRole.of(role),
                memberships(row.getArray("memberships")));
    }

    private static List<Actor.Membership> memberships(Array rows) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray())
                .map(row -> (String[]) row)
                .map(row -> new Actor.Membership(Long.parseLong(row[0]), row[1], CompanyRole.of(row[2])))
                .toList();
    }

    private static @Nullable String token(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private static String shortened(@Nullable String agent) {
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), 300));
    }

    private String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }

    private record Found(Actor actor, Instant lastSeen) {}
}
