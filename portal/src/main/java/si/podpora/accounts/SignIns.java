package si.podpora.accounts;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.SignInFailures.Counted;

/**
 * Checks user name or e-mail and password. A name that nobody bears goes the same way in the same time as a
 * known one.
 */
@Component
class SignIns {

    private final JdbcClient sql;
    private final Passwords passwords;
    private final SignInFailures failures;

    SignIns(JdbcClient sql, Passwords passwords, SignInFailures failures) {
        this.sql = sql;
        this.passwords = passwords;
        this.failures = failures;
    }

    /** How an attempt ended. */
    sealed interface Outcome {

        /** The password is this person's. */
        record In(long personId) implements Outcome {}

        /** Name and password do not belong together. */
        record Wrong() implements Outcome {}

        /** There were too many failures; the password was not looked at. */
        record Wait(Duration left) implements Outcome {}
    }

    /** Tries to sign in from a network; not within a transaction, for every attempt counts. */
    Outcome attempt(String login, String password, String network) {
        var from = Counted.network(network);
        var networkWait = failures.begin(from);
        if (networkWait.isPresent()) {
            return new Outcome.Wait(networkWait.get());
        }
        var name = login.strip().toLowerCase(Locale.ROOT);
        var known = known(name);
        var account = Counted.account(name, known.map(Known::id).orElse(null));
        var accountWait = failures.begin(account);
        if (accountWait.isPresent()) {
            return new Outcome.Wait(accountWait.get());
        }
        if (known.isEmpty()) {
            passwords.matchesNobody(password);
            return new Outcome.Wrong();
        }
        if (!passwords.matches(password, known.get().hash())) {
            return new Outcome.Wrong();
        }
        failures.forget(account);
        failures.takeBack(from);
        return new Outcome.In(known.get().id());
    }

    private Optional<Known> known(String name) {
        return sql.sql("""
                select id, password_hash from person
                where state = 'active' and (lower(username) = :name or email = :name)
                order by lower(username) = :name desc
                limit 1
                """)
                .param("name", name)
                .query((row, index) -> new Known(row.getLong("id"), row.getString("password_hash")))
                .optional();
    }

    private record Known(long id, String hash) {}
}
