package si.podpora.accounts;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks user name or e-mail and password. */
@Component
class SignIns {

    private final JdbcClient sql;
    private final Passwords passwords;

    SignIns(JdbcClient sql, Passwords passwords) {
        this.sql = sql;
        this.passwords = passwords;
    }

    /** The person's key if name and password belong together; takes as long whether the name is known or not. */
    Optional<Long> check(String login, String password) {
        var known = sql.sql("""
                select id, password_hash from person
                where state = 'active' and (lower(username) = :login or email = :login)
                order by lower(username) = :login desc
                limit 1
                """)
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query((row, index) -> new Known(row.getLong("id"), row.getString("password_hash")))
                .optional();
        if (known.isEmpty()) {
            passwords.matchesNobody(password);
            return Optional.empty();
        }
        return known.filter(person -> passwords.matches(password, person.hash()))
                .map(Known::id);
    }

    private record Known(long id, String hash) {}
}
