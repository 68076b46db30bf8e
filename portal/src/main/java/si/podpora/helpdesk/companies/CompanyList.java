package si.podpora.helpdesk.companies;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All companies by name, by page. Who searches for a company that another has taken up finds the other. */
@Component
class CompanyList {

    /** People and cases are counted up to here: beyond it nobody counts. */
    static final int MOST_COUNTED = 99;

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
        return sql.sql(statement(query))
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
        return sql.sql(statement(CompanyQuery.of("", false, null))
                        .replace("where c.state <> 'ended'", """
                where c.state <> 'ended' and c.id <> :self
                  and plain_words(c.name || ' ' || c.tax_number) @@ to_tsquery('simple', lower(unaccent(:words)))
                """)
                        .replace("order by", """
                order by ts_rank_cd(array[1, 1, 1, 1], plain_words(c.name),
                                    to_tsquery('simple', lower(unaccent(:words)))) desc,\s"""))
                .param("self", card.id())
                .param("words", words)
                .param("counted", MOST_COUNTED + 1)
                .param("most", most)
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

    /** Parameters that the statement does not name are not sent. */
    static String statement(CompanyQuery query) {
        return """
                select c.id, c.name, c.country, c.tax_number, c.state = 'to_be_checked' as unchecked,
                       coalesce((select string_agg(f.name, ', ' order by f.id) from company f
                                 where f.merged_into = c.id), '') as formerly,
                       (select count(*) from (select from membership m
                                              where m.company_id = c.id and m.state = 'admitted' limit :counted) x) as people,
                       (select count(*) from (select from cases k
                                              where k.company_id = c.id and k.active limit :counted) x) as cases
                from company c
                where c.state <> 'ended'
                """ + (query.toBeChecked() ? " and c.state = 'to_be_checked'" : "")
                + (query.words().isEmpty() ? "" : """
                 and c.id in (select coalesce(f.merged_into, f.id) from company f
                              where plain_words(f.name || ' ' || f.tax_number)
                                    @@ to_tsquery('simple', lower(unaccent(:words))))
                """)
                + (query.after() == null ? "" : """
                 and (lower(c.name) collate "sl-x-icu", c.id) > ((select lower(a.name) from company a where a.id = :after), :after)
                """)
                + " order by lower(c.name) collate \"sl-x-icu\", c.id limit :most";
    }
}
