package si.podpora.cases;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;

/**
 * The words that a case is found by, kept up to date in the transaction of every change. They are
 * unaccented, in lower case, of the configuration 'simple' and without positions; what is written with
 * dashes, slashes and the like counts as several words, so that each is found, and numbers as one, too; so does
 * what stands in angle brackets, which PostgreSQL would take for tags of HTML and leave out. What a customer may not
 * read is in {@code staff_words} only.
 *
 * <p>Each case also bears scope lexemes, {@code =c<company>} and {@code =p<person>} for the requester and each participant, so that one index
 * serves "mine and found". They begin with a character that no word of a text begins with, so that nobody
 * can write a scope into a note.
 */
@Component
public class CaseWords {

    /** Past this many words a case takes up no more: a tsvector holds at most a megabyte. */
    private static final int MOST_WORDS = 20_000;

    /**
     * Condition on {@code cases c} that have been found, with the parameters {@code words} and {@code memberships}:
     * not by what somebody who takes part from outside does not get to read, the company's reference and system.
     * A word of these does not count for them even if it stands in a note, too.
     */
    static final String READABLE = """
            (c.company_id is null or c.company_id = any (cast(:memberships as bigint[]))
             or exists (select from case_search f where f.case_id = c.id and ts_match_vq(ts_delete(f.public_words,
                 (select coalesce(array_agg(hidden.lexeme), '{}') from (
                      select c.reference, c.system_number
                      union all select reference, system_number from merged_case m where m.case_id = c.id) o
                  cross join lateral (
                      select lower(unaccent(o.reference)) as lexeme
                      union all select lower(o.system_number)
                      union all select translate(lower(unaccent(o.reference)), '-/._ ', '')
                      union all select translate(lower(o.system_number), '-/._', '')
                      union all select unnest(tsvector_to_array(to_tsvector('simple',
                          translate(lower(unaccent(concat_ws(' ', o.reference, o.system_number))), '-/._@:<>', '        '))))
                  ) hidden where hidden.lexeme <> '')
                 ), cast(:words as tsquery))))\
            """;

    private final JdbcClient sql;

    CaseWords(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whose cases a person finds, as text to cast to {@code tsquery}; the help desk needs none. */
    public static String scope(Actor me) {
        return Stream.concat(me.companiesSeen().stream().map(CaseWords::ofCompany), Stream.of(ofRequester(me.id())))
                .map(lexeme -> "'" + lexeme + "'")
                .collect(Collectors.joining(" | "));
    }

    /** The lexeme that all cases of a company bear. */
    public static String ofCompany(long companyId) {
        return "=c" + companyId;
    }

    /** The lexeme that all cases of a requester bear. */
    public static String ofRequester(long personId) {
        return "=p" + personId;
    }

    /** Writes a case's words anew: after it was submitted or edited. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long caseId) {
        var numbers = sql.sql(
                        "select number from cases where id = :case union all select number from merged_case where case_id = :case")
                .param("case", caseId)
                .query(String.class)
                .list();
        sql.sql("""
                insert into case_search (case_id, public_words, staff_words)
                select w.id, w.words, w.words || strip(to_tsvector('simple',
                        translate(lower(unaccent(left(w.internal, 200000))), '-/._@:<>', '        ')))
                from (
                    select c.id,
                           array_to_tsvector(array_remove(array_remove(string_to_array(:spellings, ' ')
                               || array(select '=p' || t.person_id from case_participant t
                                        where t.case_id = c.id and t.state = 'admitted')
                               || array['=p' || c.requester_id, '=c' || c.company_id,
                                        nullif(lower(c.serial_number), ''), nullif(lower(c.system_number), ''),
                                        nullif(lower(unaccent(c.reference)), ''),
                                        nullif(translate(lower(c.serial_number), '-/._', ''), ''),
                                        nullif(translate(lower(c.system_number), '-/._', ''), ''),
                                        nullif(translate(lower(unaccent(c.reference)), '-/._ ', ''), '')]
                               || m.lexemes, null), ''))
                           || strip(to_tsvector('simple', translate(lower(unaccent(left(concat_ws(' ', c.title, c.reference,
                               c.serial_number, c.system_number, c.description, m.words, n.public), 200000))), '-/._@:<>', '        '))) as words,
                           coalesce(n.internal, '') as internal
                    from cases c
                    left join lateral (
                        select string_agg(body, ' ') filter (where visibility = 'public') as public,
                               string_agg(body, ' ') filter (where visibility = 'internal') as internal
                        from note where case_id = c.id
                    ) n on true
                    left join lateral (
                        select array_agg(lower(serial_number)) || array_agg(lower(system_number))
                                   || array_agg(lower(unaccent(reference)))
                                   || array_agg(translate(lower(serial_number), '-/._', ''))
                                   || array_agg(translate(lower(system_number), '-/._', ''))
                                   || array_agg(translate(lower(unaccent(reference)), '-/._ ', '')) as lexemes,
                               string_agg(concat_ws(' ', title, reference, serial_number, system_number), ' ') as words
                        from merged_case where case_id = c.id
                    ) m on true
                    where c.id = :case
                ) w
                on conflict (case_id) do update
                set public_words = excluded.public_words, staff_words = excluded.staff_words
                """)
                .param(
                        "spellings",
                        numbers.stream()
                                .flatMap(number -> new CaseNumber(number).spellings().stream())
                                .collect(Collectors.joining(" ")))
                .param("case", caseId)
                .update();
    }

    /** Adds the words of a new note. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(long caseId, String body, Visibility visibility) {
        sql.sql("""
                update case_search
                set public_words = case when :public then public_words || w.words else public_words end,
                    staff_words = staff_words || w.words
                from (select strip(to_tsvector('simple',
                          translate(lower(unaccent(:body)), '-/._@:<>', '        '))) as words) w
                where case_id = :case and length(staff_words) < :most
                """)
                .param("public", visibility == Visibility.PUBLIC)
                .param("body", body)
                .param("case", caseId)
                .param("most", MOST_WORDS)
                .update();
    }

    /** Lets a company's people find the cases that have become the company's. */
    @Transactional(propagation = Propagation.MANDATORY)
    void addCompany(long requesterId, long companyId) {
        sql.sql("""
                update case_search s
                set public_words = s.public_words || w.words, staff_words = s.staff_words || w.words
                from cases c, (select array_to_tsvector(array[:scope]) as words) w
                where c.requester_id = :requester and c.company_id = :company and s.case_id = c.id
                  and not s.public_words @@ cast(:query as tsquery)
                """)
                .param("scope", ofCompany(companyId))
                .param("query", "'" + ofCompany(companyId) + "'")
                .param("requester", requesterId)
                .param("company", companyId)
                .update();
    }
}
