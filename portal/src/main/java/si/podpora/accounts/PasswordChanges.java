package si.podpora.accounts;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;

/** Sets passwords. Whoever is signed in elsewhere is signed out, links for a new one end, the person is told. */
@Component
class PasswordChanges {

    private final JdbcClient sql;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInFailures failures;
    private final People people;
    private final AccountMail mail;
    private final PodporaProperties settings;
    private final Clock clock;

    PasswordChanges(
            JdbcClient sql,
            Passwords passwords,
            Sessions sessions,
            SignInFailures failures,
            People people,
            AccountMail mail,
            PodporaProperties settings,
            Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.sessions = sessions;
        this.failures = failures;
        this.people = people;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether this is the person's password. */
    boolean isCurrent(long personId, String password) {
        var hash = sql.sql("select password_hash from person where id = :id")
                .param("id", personId)
                .query(String.class)
                .single();
        return passwords.matches(password, hash);
    }

    /**
     * Sets the password.
     *
     * @param passwordHash of {@link Passwords#hash}
     * @param keptSession the session that goes on; null if all end
     */
    @Transactional
    public void set(long personId, String passwordHash, @Nullable Long keptSession) {
        sql.sql("update person set password_hash = :hash, password_changed_at = :now where id = :id")
                .param("hash", passwordHash)
                .param("now", SqlTime.of(clock.instant()))
                .param("id", personId)
                .update();
        sessions.endAll(personId, keptSession);
        endResets(personId);
        failures.forget(personId);
        people.find(personId)
                .ifPresent(person -> mail.post(person, "passwordChanged", settings.link("/password/forgotten"), false));
    }

    /** Ends the person's links that have not been used. */
    void endResets(long personId) {
        sql.sql("""
                update password_reset set ended_at = :now
                where person_id = :person and used_at is null and ended_at is null
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("person", personId)
                .update();
    }
}
