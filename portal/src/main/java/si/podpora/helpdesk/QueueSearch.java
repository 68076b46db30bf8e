package si.podpora.helpdesk;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns what was typed into a query over the words of cases. Every word has to begin a word of the case,
 * internal notes included, or of the requester's or the company's name: those are found first and stand in
 * the query by the scope lexemes that each of their cases bears.
 */
@Component
class QueueSearch {

    /** Past this many namesakes a word is too common to find anybody by. */
    private static final int MOST_NAMESAKES = 500;

    private static final int SHORTEST_INDEXED = 3;

    private static final Pattern CASE = Pattern.compile("^cas[-./]?([0-9]+)$");

    private final JdbcClient sql;

    QueueSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /** The query as text to cast to {@code tsquery}; empty if nothing was typed that can be looked for. */
    String query(String typed) {
        var words = words(typed);
        if (words.length == 0) {
            return "";
        }
        return sql.sql("""
                select string_agg('(' || concat_ws(' | ', w.quoted, w.together, w.parsed, w.companies, w.people) || ')', ' & ')
                from (
                    select q.quoted, q.together, nullif(q.query::text, '') as parsed,
                           (select string_agg('''=c' || c.id || '''', ' | ')
                            from (select distinct coalesce(merged_into, id) as id from company
                                  where plain_words(name || ' ' || tax_number) @@ q.query limit :most) c) as companies,
                           (select string_agg('''=p' || p.id || '''', ' | ')
                            from (select id from person
                                  where plain_words(first_name || ' ' || last_name || ' ' || email || ' ' || username)
                                        @@ q.query
                                    and staff_role is null limit :most) p) as people
                    from (select quoted, together, to_tsquery('simple', quoted) as query
                          from (select '''' || lower(unaccent(typed)) || ''':*' as quoted,
                                       -- serial numbers and references are kept without what divides them, too
                                       '''' || nullif(lower(unaccent(translate(typed, '-/._', ''))),
                                                      lower(unaccent(typed))) || ''':*' as together
                                from unnest(cast(:words as text[])) as typed) t) q
                ) w
                """)
                .param("words", words)
                .param("most", MOST_NAMESAKES)
                .query(String.class)
                .single();
    }

    /** Whether the index of words can tell it: of a short word it would read every word that begins so. */
    static boolean isIndexed(String typed) {
        return Arrays.stream(words(typed)).allMatch(word -> word.length() >= SHORTEST_INDEXED);
    }

    /** Only what words are made of: no quotes, no operators of a tsquery. */
    private static String[] words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}._@/+-]", " ")
                        .split(" "))
                // The beginning that all numbers have would find them all, one after the other.
                .map(word -> CASE.matcher(word).replaceFirst("$1"))
                .filter(word -> word.matches(".*[\\p{L}\\p{N}].*"))
                .distinct()
                .limit(12)
                .toArray(String[]::new);
    }
}
