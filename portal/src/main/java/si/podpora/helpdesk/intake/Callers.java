package si.podpora.helpdesk.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.PhoneNumber;

/** Finds customers by name, address, telephone number or company. */
@Component
class Callers {

    private static final Pattern TELEPHONE = Pattern.compile("[+0-9 ()/.-]{6,30}");
    private static final List<String> NEIGHBOURS = List.of("SI", "HR", "AT", "IT", "HU", "DE", "RS", "BA", "MK", "ME");

    private static final String SELECT = """
            select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.phone, p.department, p.language,
                   p.time_zone, k.id as company_id, coalesce(k.name, '') as company,
                   (select count(*) from membership o where o.person_id = p.id and o.state = 'admitted') > 1 as several
            from person p
            left join membership m on m.person_id = p.id and m.state = 'admitted'
            left join company k on k.id = m.company_id and k.state <> 'ended'
            where p.staff_role is null and p.state = 'active'
            """;
    private static final String PERSON =
            "plain_words(p.first_name || ' ' || p.last_name || ' ' || p.email || ' ' || p.username)";
    private static final String COMPANY = "plain_words(k.name || ' ' || k.tax_number)";

    private final JdbcClient sql;

    Callers(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whom the telephone number belongs to; else every word begins one of the person's name or address, or of the company's name; by name. */
    List<Caller> search(String typed, int most) {
        var calling = TELEPHONE.matcher(typed).matches() ? calling(typed, most) : List.<Caller>of();
        return calling.isEmpty() ? named(typed, most) : calling;
    }

    /** A national number may be one of any neighbouring country. */
    private List<Caller> calling(String typed, int most) {
        var numbers = NEIGHBOURS.stream()
                .flatMap(country -> PhoneNumber.parse(country, typed).stream())
                .map(PhoneNumber::e164)
                .distinct()
                .toArray(String[]::new);
        return sql.sql(SELECT + """
                  and (p.phone = any (:numbers) or p.mobile = any (:numbers))
                order by p.last_name, p.first_name, p.id, k.name limit :most
                """)
                .param("numbers", numbers)
                .param("most", most)
                .query(Callers::caller)
                .list();
    }

    private List<Caller> named(String typed, int most) {
        var words = Arrays.stream(typed.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}._@+-]", " ")
                        .split(" "))
                .filter(word -> word.matches(".*[\\p{L}\\p{N}].*"))
                .distinct()
                .limit(8)
                .map(word -> "'" + word + "':*")
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return sql.sql(("""
                with asked as (select to_tsquery('simple', lower(unaccent(:every))) as every,
                                      to_tsquery('simple', lower(unaccent(:any))) as any_of),
                found as (
                    (select p.id from person p, asked a
                     where p.staff_role is null and PERSON @@ a.any_of limit 500)
                    union
                    (select m.person_id from membership m
                     where m.state = 'admitted' and m.company_id in (
                         select coalesce(k.merged_into, k.id) from company k, asked a where COMPANY @@ a.every limit 50)
                     limit 500))
                """ + SELECT + """
                  and p.id in (select id from found)
                  and (PERSON @@ (select every from asked)
                       or COMPANY @@ (select every from asked)
                       or exists (select from company f where f.merged_into = k.id
                                  and plain_words(f.name || ' ' || f.tax_number) @@ (select every from asked))
                       or (PERSON @@ (select any_of from asked) and COMPANY @@ (select any_of from asked)))
                order by p.last_name, p.first_name, p.id, k.name limit :most
                """).replace("PERSON", PERSON).replace("COMPANY", COMPANY))
                .param("every", words.stream().collect(Collectors.joining(" & ")))
                .param("any", words.stream().collect(Collectors.joining(" | ")))
                .param("most", most)
                .query(Callers::caller)
                .list();
    }

    /** The people of a company by name. */
    List<Caller> of(long company, int most) {
        return sql.sql(SELECT + " and k.id = :company order by p.last_name, p.first_name, p.id limit :most")
                .param("company", company)
                .param("most", most)
                .query(Callers::caller)
                .list();
    }

    /** A person in a company that has admitted the person; without a company only who belongs to none. */
    Optional<Caller> find(long person, @Nullable Long company) {
        return sql.sql(SELECT + " and p.id = :person and k.id is not distinct from cast(:company as bigint)")
                .param("person", person)
                .param("company", company, Types.BIGINT)
                .query(Callers::caller)
                .optional();
    }

    private static Caller caller(ResultSet row, int index) throws SQLException {
        return new Caller(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("department"),
                row.getString("language"),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("company_id", Long.class),
                row.getString("company"),
                row.getBoolean("several"));
    }
}
