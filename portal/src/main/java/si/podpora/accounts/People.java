package si.podpora.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.FieldProblem;
import si.podpora.web.SqlTime;

/** Who has an account. */
@Component
public class People {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,60}");

    private final JdbcClient sql;
    private final Consents consents;
    private final Clock clock;

    People(JdbcClient sql, Consents consents, Clock clock) {
        this.sql = sql;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Gives somebody an account, with the consents that the person gave.
     *
     * @param passwordHash of {@link Passwords#hash}
     * @return the person's key; empty if the user name or the address is somebody else's already
     */
    @Transactional
    public Optional<Long> create(NewPerson person, String passwordHash, List<Consents.Given> given) {
        var created = sql.sql("""
                insert into person (salutation, first_name, last_name, email, username, phone, mobile, department,
                    language, time_zone, staff_role, password_hash, password_changed_at, created_at)
                values (:salutation, :firstName, :lastName, :email, :username, :phone, :mobile, :department,
                    :language, :zone, :staffRole, :hash, :now, :now)
                on conflict do nothing
                returning id
                """)
                .param("salutation", person.salutation().code())
                .param("firstName", person.firstName().strip())
                .param("lastName", person.lastName().strip())
                .param("email", canonical(person.email()))
                .param("username", person.username().strip())
                .param("phone", person.phone())
                .param("mobile", person.mobile())
                .param("department", person.department().strip())
                .param("language", person.language().getLanguage())
                .param("zone", person.zone().getId())
                .param(
                        "staffRole",
                        person.staffRole() == null ? null : person.staffRole().code())
                .param("hash", passwordHash)
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .optional();
        created.ifPresent(id -> given.forEach(consent -> consents.give(id, consent)));
        return created;
    }

    /** The person with this key; empty after the account has ended. */
    public Optional<Person> find(long id) {
        return sql.sql("select " + Person.COLUMNS + " from person where id = :id and state = 'active'")
                .param("id", id)
                .query(Person::of)
                .optional();
    }

    /** The person with this address, in whatever case it is written. */
    public Optional<Person> byEmail(String email) {
        return sql.sql("select " + Person.COLUMNS + " from person where email = :email and state = 'active'")
                .param("email", canonical(email))
                .query(Person::of)
                .optional();
    }

    /**
     * Why a user name cannot be had; empty if it can.
     *
     * @param field name of the field to report on
     * @param email address of the person who wants it: somebody else's address would catch that person's sign-ins
     */
    public Optional<FieldProblem> usernameProblem(String field, String username, String email) {
        var wanted = username.strip();
        if (!USERNAME.matcher(wanted).matches()) {
            return Optional.of(FieldProblem.of(field, "accounts.username.invalid"));
        }
        if (wanted.contains("@") && !canonical(wanted).equals(canonical(email))) {
            return Optional.of(FieldProblem.of(field, "accounts.username.address"));
        }
        var taken = sql.sql(
                        "select exists (select from person where lower(username) = lower(:username) and state = 'active')")
                .param("username", wanted)
                .query(Boolean.class)
                .single();
        return taken ? Optional.of(FieldProblem.of(field, "accounts.username.taken")) : Optional.empty();
    }

    /** An address as it is stored and compared. */
    public static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
