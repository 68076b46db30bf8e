package si.podpora.accounts;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Secret;
import si.podpora.web.SqlTime;

/**
 * Slows guessing down. An attempt counts as failed from its beginning, so that many at once do not slip
 * through; one that succeeds is taken back.
 */
@Component
class SignInFailures {

    private final JdbcClient sql;
    private final AccountMail mail;
    private final People people;
    private final PodporaProperties settings;
    private final Clock clock;

    SignInFailures(JdbcClient sql, AccountMail mail, People people, PodporaProperties settings, Clock clock) {
        this.sql = sql;
        this.mail = mail;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is counted, and how patiently. */
    enum Scope {
        /** One, two, four, eight minutes after the fifth failure and on; from the tenth an hour. */
        ACCOUNT(5, 10, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1)),
        /** Many people can share a network. */
        NETWORK(40, 50, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1));

        private final int waitFrom;
        private final int lockFrom;
        private final Duration firstWait;
        private final Duration lock;
        private final Duration forgottenAfter;

        Scope(int waitFrom, int lockFrom, Duration firstWait, Duration lock, Duration forgottenAfter) {
            this.waitFrom = waitFrom;
            this.lockFrom = lockFrom;
            this.firstWait = firstWait;
            this.lock = lock;
            this.forgottenAfter = forgottenAfter;
        }
    }

    /** Somebody or something that attempts are counted for. */
    record Counted(Scope scope, String key, @Nullable Long personId) {

        /**
         * By the name as typed: counting user name and address of one person together would tell that they
         * belong together.
         */
        static Counted account(String name, @Nullable Long personId) {
            return new Counted(Scope.ACCOUNT, hash("name:" + name), personId);
        }

        static Counted network(String network) {
            return new Counted(Scope.NETWORK, hash("network:" + network), null);
        }

        private static String hash(String text) {
            return HexFormat.of().formatHex(Secret.hash(text));
        }
    }

    /** Counts an attempt; if none is allowed now, counts nothing and says for how long. */
    Optional<Duration> begin(Counted counted) {
        var now = clock.instant();
        var scope = counted.scope();
        var begun = sql.sql("""
                insert into sign_in_failure as f (key, person_id, failures, last_at)
                values (:key, :person, 1, :now)
                on conflict (key) do update set
                    failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
                    last_at = :now,
                    told_at = case when f.last_at < :forgotten then null else f.told_at end,
                    blocked_until = case
                        when f.last_at < :forgotten or f.failures + 1 < :waitFrom then null
                        when f.failures + 1 >= :lockFrom then cast(:now as timestamptz) + make_interval(secs => :lock)
                        else cast(:now as timestamptz)
                            + make_interval(secs => :firstWait * power(2, f.failures + 1 - :waitFrom))
                    end
                where f.blocked_until is null or f.blocked_until <= :now
                """)
                .param("key", counted.key())
                .param("person", counted.personId(), Types.BIGINT)
                .param("now", SqlTime.of(now))
                .param("forgotten", SqlTime.of(now.minus(scope.forgottenAfter)))
                .param("waitFrom", scope.waitFrom)
                .param("lockFrom", scope.lockFrom)
                .param("lock", (double) scope.lock.toSeconds())
                .param("firstWait", (double) scope.firstWait.toSeconds())
                .update();
        return begun == 1 ? Optional.empty() : Optional.of(Duration.between(now, blockedUntil(counted, now)));
    }

    /** Takes an attempt of an account back, and with it all failures before: it was its owner. */
    void forget(Counted account) {
        sql.sql("delete from sign_in_failure where key = :key")
                .param("key", account.key())
                .update();
    }

    /** Takes back all failures of a person, under whatever name they were made. */
    void forget(long personId) {
        sql.sql("delete from sign_in_failure where person_id = :person")
                .param("person", personId)
                .update();
    }

    /** Takes one attempt of a network back; the failures of others in it stay. */
    void takeBack(Counted network) {
        sql.sql("""
                update sign_in_failure set failures = greatest(failures - 1, 0), blocked_until = null
                where key = :key
                """).param("key", network.key()).update();
    }

    /** Writes to the owners of accounts that have been locked, once. */
    @Transactional
    void tellOwners() {
        sql.sql("""
                update sign_in_failure set told_at = :now
                where person_id is not null and told_at is null and failures >= :lockFrom
                returning person_id
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("lockFrom", Scope.ACCOUNT.lockFrom)
                .query(Long.class)
                .list()
                .forEach(id -> people.find(id).ifPresent(this::tell));
    }

    int removeForgotten() {
        return sql.sql("delete from sign_in_failure where last_at < :forgotten")
                .param("forgotten", SqlTime.of(clock.instant().minus(Scope.ACCOUNT.forgottenAfter)))
                .update();
    }

    private void tell(Person person) {
        mail.post(
                person,
                "locked",
                settings.link("/password/forgotten"),
                false,
                "failures",
                Scope.ACCOUNT.lockFrom,
                "minutes",
                Scope.ACCOUNT.lock.toMinutes());
    }

    private Instant blockedUntil(Counted counted, Instant now) {
        return sql.sql("select coalesce(blocked_until, :now) as until from sign_in_failure where key = :key")
                .param("now", SqlTime.of(now))
                .param("key", counted.key())
                .query((row, index) -> SqlTime.instant(row, "until"))
                .optional()
                .orElse(now);
    }
}
