package si.podpora.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Secret;
import si.podpora.web.SqlTime;

/**
 * New passwords for people who have forgotten theirs: a link by mail, valid for a short time, good once, bound
 * to the address that it was sent to.
 */
@Component
class PasswordResets {

    static final Duration VALID = Duration.ofMinutes(30);

    private final JdbcClient sql;
    private final People people;
    private final PasswordChanges changes;
    private final AccountMail mail;
    private final PodporaProperties settings;
    private final Clock clock;

    PasswordResets(
            JdbcClient sql,
            People people,
            PasswordChanges changes,
            AccountMail mail,
            PodporaProperties settings,
            Clock clock) {
        this.sql = sql;
        this.people = people;
        this.changes = changes;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody wants a link for this address; whether it is known is found out afterwards. */
    void wish(String email) {
        sql.sql("insert into password_reset_wish (email, created_at) values (:email, :now)")
                .param("email", People.canonical(email))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Sends links to those addresses that are known. */
    @Transactional
    public void answerWishes() {
        sql.sql("""
                delete from password_reset_wish where id in (
                    select id from password_reset_wish order by id limit 50 for update skip locked)
                returning email
                """)
                .query(String.class)
                .set()
                .forEach(email -> people.byEmail(email).ifPresent(this::send));
    }

    /** Whose password a link can set; looking changes nothing. */
    Optional<Person> owner(String code) {
        return sql.sql("""
                select r.person_id from password_reset r join person p on p.id = r.person_id and p.email = r.email
                where r.token_hash = :hash and r.used_at is null and r.ended_at is null and r.expires_at > :now
                """)
                .param("hash", Secret.hash(code))
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .optional()
                .flatMap(people::find);
    }

    /**
     * Uses a link up and sets the password.
     *
     * @param passwordHash of {@link Passwords#hash}
     * @return false if the link is not good any more
     */
    @Transactional
    public boolean redeem(String code, String passwordHash) {
        var person = sql.sql("""
                update password_reset r set used_at = :now from person p
                where p.id = r.person_id and p.email = r.email and p.state = 'active' and r.token_hash = :hash
                  and r.used_at is null and r.ended_at is null and r.expires_at > :now
                returning r.person_id
                """)
                .param("hash", Secret.hash(code))
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .optional();
        person.ifPresent(id -> changes.set(id, passwordHash, null));
        return person.isPresent();
    }

    int removeOld() {
        return sql.sql("delete from password_reset where expires_at < :old")
                .param("old", SqlTime.of(clock.instant().minus(Duration.ofDays(7))))
                .update();
    }

    private void send(Person person) {
        changes.endResets(person.id());
        var code = Secret.random();
        var now = clock.instant();
        sql.sql("""
                insert into password_reset (token_hash, person_id, email, created_at, expires_at)
                values (:hash, :person, :email, :now, :expires)
                """)
                .param("hash", code.hash())
                .param("person", person.id())
                .param("email", person.email())
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(VALID)))
                .update();
        mail.post(
                person,
                "reset",
                settings.link("/password/new?code=" + code.text()),
                true,
                "minutes",
                VALID.toMinutes(),
                "username",
                person.username());
    }
}
