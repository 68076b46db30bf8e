package si.podpora.helpdesk.companies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All companies by name, by page. Who searches for a company that another has taken up finds the other. */
@Component
class CompanyList {

    /** People and cases are counted up to here: beyond it nobody counts. */
    static final int MOST_COUNTED = 99;

    /** A search looks at so many of the next companies first. */
    private static final int WALK = 500;

    private static final String QUERY = "to_tsquery('simple', lower(unaccent(:words)))";

    private static final String LINE = """
            select c.id, c.name, c.country, c.tax_number, c.state = 'to_be_checked' as unchecked,
                   coalesce((select string_agg(f.name, ', ' order by f.id) from company f
                             where f.merged_into = c.id), '') as formerly,
                   (select count(*) from (select from membership m
                                          where m.company_id = c.id and m.state = 'admitted' limit :counted) x) as people,
                   (select count(*) from (select from cases k
                                          where k.company_id = c.id and k.active limit :counted) x) as cases
            from\s""";

    /** Whether it, or one that it has taken up, bears the words: looked up by the index of words. */
    private static final String FOUND = """
            c.id in (select coalesce(f.merged_into, f.id) from company f
                     where plain_words(f.name || ' ' || f.tax_number) @@ {query})
            """.replace("{query}", QUERY);

    /** The same, looked at one by one. */
    private static final String NAMED = """
            exists (select from company f
                    where (f.id = c.id or f.merged_into = c.id)
                      and ts_match_vq(plain_words(f.name || ' ' || f.tax_number), {query}))
            """.replace("{query}", QUERY);

    private static final String ALIKE = (LINE + """
            company c
            where c.state <> 'ended' and c.id <> :self and plain_words(c.name || ' ' || c.tax_number) @@ {query}
            order by ts_rank_cd(array[1, 1, 1, 1], plain_words(c.name), {query}) desc,
                     lower(c.name) collate "sl-x-icu", c.id limit :most
            """).replace("{query}", QUERY);

    private final JdbcClient sql;

    CompanyList(JdbcClient sql) {
        this.sql = sql;
    }

    List<CompanyLine> find(CompanyQuery query, int most) {
        var words = query.words();
        if (words.isEmpty() && !query.search().isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("words", words);
        parameters.put("after", query.after());
        parameters.put("counted", MOST_COUNTED + 1);
        parameters.put("most", most);
        parameters.put("walk", WALK);
        if (!words.isEmpty()) {
            // Common words are found among the next companies, rare ones by the index of words.
            var near = fetch(statement(query, true), parameters);
            if (near.size() == most) {
                return near;
            }
        }
        return fetch(statement(query, false), parameters);
    }

    private List<CompanyLine> fetch(String statement, Map<String, ? extends @Nullable Object> parameters) {
        return sql.sql(statement)
                .params(parameters)
                .query((row, index) -> new CompanyLine(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("tax_number"),
                        row.getBoolean("unchecked"),
                        row.getString("formerly"),
                        row.getInt("people"),
                        row.getInt("cases")))
                .list();
    }

    /** Companies that may be the same as this one: a word of their name begins like one of its own. */
    List<CompanyLine> alike(CompanyCard card, int most) {
        var words = CompanyQuery.of(card.name(), false, null).words().replace(" & ", " | ");
        return words.isEmpty()
                ? List.of()
                : fetch(ALIKE, Map.of("self", card.id(), "words", words, "counted", MOST_COUNTED + 1, "most", most));
    }

    /**
     * Parameters that the statement does not name are not sent.
     *
     * @param walking whether it looks at the next {@link #WALK} companies only, whatever the words
     */
    static String statement(CompanyQuery query, boolean walking) {
        var listed = "c.state <> 'ended'" + (query.toBeChecked() ? " and c.state = 'to_be_checked'" : "")
                + (query.after() == null ? "" : """
                 and (lower(c.name) collate "sl-x-icu", c.id) > ((select lower(a.name) from company a where a.id = :after), :after)
                """);
        var order = " order by lower(c.name) collate \"sl-x-icu\", c.id limit ";
        var from = walking
                ? "(select * from company c where " + listed + order + ":walk) c where " + NAMED
                : "company c where " + listed + (query.words().isEmpty() ? "" : " and " + FOUND);
        return LINE + from + order + ":most";
    }
}
