package si.podpora.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Secret;
import si.podpora.web.SqlTime;

/**
 * An empty portal has nobody to let people in. Whoever reads its log does: there stands a link that makes the
 * first administrator, once.
 */
@Component
class FirstAdministrator {

    static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient sql;
    private final People people;
    private final PodporaProperties settings;
    private final Clock clock;

    FirstAdministrator(JdbcClient sql, People people, PodporaProperties settings, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new link, which ends those before; empty if there is an administrator. */
    @Transactional
    public Optional<String> newLink() {
        if (exists()) {
            return Optional.empty();
        }
        sql.sql("delete from first_administrator_link").update();
        var code = Secret.random();
        var now = clock.instant();
        sql.sql("""
                insert into first_administrator_link (token_hash, created_at, expires_at)
                values (:hash, :now, :expires)
                """)
                .param("hash", code.hash())
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(VALID)))
                .update();
        return Optional.of(settings.link("/first-administrator?code=" + code.text()));
    }

    /** Whether a link is good; looking changes nothing. */
    boolean isGood(String code) {
        return !exists()
                && sql.sql("""
                        select exists (select from first_administrator_link
                            where token_hash = :hash and used_at is null and expires_at > :now)
                        """)
                        .param("hash", Secret.hash(code))
                        .param("now", SqlTime.of(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Uses the link up and makes the administrator.
     *
     * @return the person's key; empty if the link is not good any more or the name is taken
     */
    @Transactional
    public Optional<Long> create(String code, NewPerson person, String passwordHash) {
        // Held until the commit, so that two copies of the link cannot make two administrators.
        sql.sql("lock table first_administrator_link in exclusive mode").update();
        if (!isGood(code)) {
            return Optional.empty();
        }
        var id = people.create(person, passwordHash, List.of());
        if (id.isPresent()) {
            sql.sql("update first_administrator_link set used_at = :now where token_hash = :hash")
                    .param("now", SqlTime.of(clock.instant()))
                    .param("hash", Secret.hash(code))
                    .update();
        }
        return id;
    }

    private boolean exists() {
        return sql.sql("""
                select exists (select from person where staff_role = 'administrator' and state = 'active')
                """).query(Boolean.class).single();
    }
}
