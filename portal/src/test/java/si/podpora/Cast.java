package si.podpora;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import si.podpora.accounts.Actor;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.StaffRole;
import si.podpora.web.SqlTime;

/**
 * The people of the tests. Janez and Jana are of Kovinar, Boris is of Mlekarna; Ana and Gregor are the
 * help desk, Sonja administers the portal.
 */
public final class Cast {

    /** Everybody's password. */
    public static final String PASSWORD = "Zelena-Luna-Nad-Triglavom-7";

    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(PASSWORD);

    private static final int ATTEMPTS = 5;

    /** Bytes of a table. */
    private static final long MANY_ROWS = 4_000_000;

    private final JdbcClient sql;
    private final Clock clock;

    Cast(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Empties every table but Flyway's, so that each test begins alike. */
    public void clear() {
        for (int attempt = 1; ; attempt++) {
            try {
                sql.sql(clearing()).update();
                return;
            } catch (PessimisticLockingFailureException e) {
                // A page of the test before may still be read: whom the database chooses of the two, it chooses.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Few rows are deleted, which is much faster than a truncation of every table; many are truncated. */
    private String clearing() {
        var tables = sql.sql("""
                select quote_ident(tablename) from pg_tables
                where schemaname = 'public' and tablename not in ('flyway_schema_history', 'server_secret')
                """).query(String.class).list();
        var large = sql.sql(
                        "select coalesce(max(pg_relation_size(oid)), 0) > :large from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .param("large", MANY_ROWS)
                .query(Boolean.class)
                .single();
        return large
                ? "truncate " + String.join(", ", tables) + " restart identity cascade"
                : """
                do $$ begin
                    perform set_config('session_replication_role', 'replica', true);
                    {deletions}
                    perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
                    from pg_sequences where schemaname = 'public' and last_value is not null;
                end $$
                """.replace(
                                "{deletions}",
                                tables.stream()
                                        .map(table -> "delete from " + table + ";")
                                        .collect(Collectors.joining("\n    ")));
    }

    /** Janez Novak, a customer of Kovinar who sees all the company's cases. */
    public long janez() {
        return person("Janez", "Novak", null, "sl", kovinar(), "company");
    }

    /** Jana Zupan, a customer of Kovinar who sees her own cases only. */
    public long jana() {
        return person("Jana", "Zupan", null, "sl", kovinar(), "own");
    }

    /** Marija Kos, the administrator of Kovinar. */
    public long marija() {
        return person("Marija", "Kos", null, "sl", kovinar(), "administrator");
    }

    /** Boris Horvat, a customer of Mlekarna who reads English. */
    public long boris() {
        return person("Boris", "Horvat", null, "en", mlekarna(), "company");
    }

    /** Nina Nova, registered and not yet admitted to any company. */
    public long nina() {
        return person("Nina", "Nova", null, "sl", null, "own");
    }

    /** Ana Vidmar, an agent of the help desk. */
    public long ana() {
        return person("Ana", "Vidmar", "agent", "sl", null, "own");
    }

    /** Gregor Berčič, an agent of the help desk. */
    public long gregor() {
        return person("Gregor", "Berčič", "agent", "sl", null, "own");
    }

    /** Sonja Kralj, the portal's administrator. */
    public long sonja() {
        return person("Sonja", "Kralj", "administrator", "sl", null, "own");
    }

    /** Vesna Rozman, who leads the help desk. */
    public long vesna() {
        return person("Vesna", "Rozman", "supervisor", "sl", null, "own");
    }

    /** A member of the cast as the one who asks. */
    public Actor actor(long personId) {
        var memberships = sql.sql("""
                select c.id, c.name, m.role from membership m join company c on c.id = m.company_id
                where m.person_id = :person and m.state = 'admitted' order by c.id
                """)
                .param("person", personId)
                .query((row, index) -> new Actor.Membership(
                        row.getLong("id"), row.getString("name"), CompanyRole.of(row.getString("role"))))
                .list();
        return sql.sql("select first_name, last_name, email, language, staff_role from person where id = :person")
                .param("person", personId)
                .query((row, index) -> new Actor(
                        personId,
                        0,
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        Locale.of(row.getString("language")),
                        ZoneId.of("Europe/Ljubljana"),
                        row.getString("staff_role") == null ? null : StaffRole.of(row.getString("staff_role")),
                        memberships))
                .single();
    }

    public long kovinar() {
        return company("Kovinar d.o.o.", "SI", "15012557");
    }

    public long mlekarna() {
        return company("Mlekarna Polje d.d.", "SI", "50223054");
    }

    /** The person's key; made on first call. User name is the first name in lower case. */
    public long person(
            String first,
            String last,
            @Nullable String staffRole,
            String language,
            @Nullable Long company,
            String role) {
        var username = first.toLowerCase(Locale.ROOT);
        var known = sql.sql("select id from person where username = :username")
                .param("username", username)
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var id = sql.sql("""
                insert into person (salutation, first_name, last_name, email, username, phone, department, language,
                    time_zone, staff_role, password_hash, password_changed_at, created_at)
                values ('none', :first, :last, :email, :username, '+38612345678', 'IT', :language, 'Europe/Ljubljana',
                    :staffRole, :hash, :now, :now)
                returning id
                """)
                .param("first", first)
                .param("last", last)
                .param("email", username + "@" + (staffRole == null ? "kupec" : "spica") + ".example")
                .param("username", username)
                .param("language", language)
                .param("staffRole", staffRole)
                .param("hash", HASH)
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .single();
        if (company != null) {
            sql.sql("""
                    insert into membership (company_id, person_id, role, state, requested_at, decided_at)
                    values (:company, :person, :role, 'admitted', :now, :now)
                    """)
                    .param("company", company)
                    .param("person", id)
                    .param("role", role)
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
        }
        return id;
    }

    /** A case, written past the portal: its number. */
    public String caseOf(long requester, @Nullable Long company, String title) {
        return sql.sql("""
                insert into cases (number, company_id, requester_id, submission_key, type, title, description,
                    status_reason, created_at, changed_at)
                select 'CAS-' || lpad(n::text, 5, '0') || '-T0M2L3', :company, :requester, gen_random_uuid(), 'support',
                    :title, 'Opis', 'in_progress', :now, :now
                from (select count(*) + 1 as n from cases) counted
                returning number
                """)
                .param("company", company, Types.BIGINT)
                .param("requester", requester)
                .param("title", title)
                .param("now", SqlTime.of(clock.instant()))
                .query(String.class)
                .single();
    }

    private long company(String name, String country, String taxNumber) {
        return sql.sql("""
                with made as (
                    insert into company (name, country, tax_number, state, created_at)
                    values (:name, :country, :taxNumber, 'active', :now)
                    on conflict do nothing returning id)
                select id from made
                union all select id from company where country = :country and tax_number = :taxNumber
                limit 1
                """)
                .param("name", name)
                .param("country", country)
                .param("taxNumber", taxNumber)
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .single();
    }
}
