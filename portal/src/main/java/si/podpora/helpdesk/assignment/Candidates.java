package si.podpora.helpdesk.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/** Who of the help desk suits a case, the best first. One statement, and by index however many cases there are. */
@Component
public class Candidates {

    /** Open cases are counted up to here. */
    static final int MOST_COUNTED = 100;

    /** Former cases of a company are counted up to here. */
    static final int MOST_KNOWN = 20;

    static final String STATEMENT = """
            with it as (
                select c.id, c.company_id, c.owner_id, r.language,
                       lower(unaccent(concat_ws(' ', s.product, d.product))) as product,
                       lower(unaccent(c.title || ' ' || left(c.description, 4000))) as words
                from cases c
                join person r on r.id = c.requester_id
                left join customer_system s on s.id = c.system_id
                left join device d on d.company_id = c.company_id and d.serial_number = c.serial_number
                where c.id = :case),
            needed as materialized (
                select k.id, k.name,
                       exists (select from unnest(k.terms) t
                               where position(lower(unaccent(t)) in it.product) > 0) as by_product
                from skill k, it
                where exists (select from unnest(k.terms) t
                              where position(lower(unaccent(t)) in it.product || ' ' || it.words) > 0))
            select p.id, p.first_name || ' ' || p.last_name as name, p.id is not distinct from it.owner_id as owner,
                   coalesce(h.by_product, '') as product_skills, coalesce(h.by_words, '') as area_skills,
                   exists (select from needed) as needs_skill,
                   p.language = it.language or exists (select from person_language l
                       where l.person_id = p.id and l.language = it.language) as speaks,
                   it.language,
                   (select count(*) from (select from cases o
                                          where o.owner_id = p.id and o.active limit :counted) x) as open,
                   y.most_open, coalesce(y.automatic, true) as automatic,
                   (select count(*) from (select from cases o
                                          where o.owner_id = p.id and o.company_id = it.company_id limit :known) x) as known,
                   a.last_day, a.substitute_id, coalesce(q.first_name || ' ' || q.last_name, '') as substitute
            from it
            join person p on p.staff_role is not null and p.state = 'active'
            left join staff_capacity y on y.person_id = p.id
            left join lateral (
                select string_agg(n.name, ', ' order by n.name) filter (where n.by_product) as by_product,
                       string_agg(n.name, ', ' order by n.name) filter (where not n.by_product) as by_words
                from needed n join person_skill ps on ps.skill_id = n.id and ps.person_id = p.id) h on true
            left join lateral (
                select b.last_day, b.substitute_id from absence b
                where b.person_id = p.id
                  and (cast(:now as timestamptz) at time zone p.time_zone)::date between b.first_day and b.last_day
                order by b.last_day desc limit 1) a on true
            left join person q on q.id = a.substitute_id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Candidates(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Everybody of the help desk, ranked for this case. */
    public List<Candidate> ranked(long caseId) {
        var all = sql.sql(STATEMENT)
                .param("case", caseId)
                .param("counted", MOST_COUNTED)
                .param("known", MOST_KNOWN)
                .param("now", SqlTime.of(clock.instant()))
                .query(Candidates::candidate)
                .list();
        return all.stream()
                .map(one -> standIn(one, all))
                .sorted(Comparator.comparingInt(Candidate::rank)
                        .thenComparing(Candidate::score, Comparator.reverseOrder())
                        .thenComparingInt(Candidate::open)
                        .thenComparing(Candidate::name)
                        .thenComparingLong(Candidate::id))
                .toList();
    }

    /** Who stands in for somebody that would suit, or whose case it is, suits as well. */
    private static Candidate standIn(Candidate one, List<Candidate> all) {
        return all.stream()
                .filter(absent -> absent.substituteId() != null && absent.substituteId() == one.id())
                .filter(absent -> absent.owner() || absent.skilled() || absent.known() > 0)
                .max(Comparator.comparing(Candidate::owner).thenComparingInt(Candidate::score))
                .map(one::standingInFor)
                .orElse(one);
    }

    private static Candidate candidate(ResultSet row, int index) throws SQLException {
        return new Candidate(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("owner"),
                row.getString("product_skills"),
                row.getString("area_skills"),
                row.getBoolean("needs_skill"),
                row.getBoolean("speaks"),
                row.getString("language"),
                row.getInt("open"),
                row.getObject("most_open", Integer.class),
                row.getBoolean("automatic"),
                row.getInt("known"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("substitute_id", Long.class),
                row.getString("substitute"),
                "");
    }
}
