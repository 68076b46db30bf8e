package si.podpora.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.cases.CaseEvent;
import si.podpora.cases.CaseHead;
import si.podpora.cases.StatusReason;
import si.podpora.cases.Visibility;
import si.podpora.web.SqlTime;

/**
 * What others have done to a customer's cases, and to those the customer takes part in, since the person was here last: since the last look in an earlier
 * session, or since the person said to have seen all. Nothing is written by looking.
 */
@Component
public class News {

    private static final int SHOWN = 10;
    /** The newest so many cases are looked at. */
    private static final int LOOKED_AT = 40;

    private final JdbcClient sql;
    private final Clock clock;

    News(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The news.
     *
     * @param since from when on it is told
     */
    public record Told(Instant since, List<Item> items) {}

    /**
     * The last thing that happened to a case.
     *
     * @param event what happened; null if somebody wrote a note
     * @param author who wrote the note or did it; empty: the portal itself
     * @param note the note's beginning; empty for none
     * @param reopenableUntil until when a closed case can be opened again; null for others
     */
    public record Item(
            String number,
            String title,
            StatusReason status,
            @Nullable CaseEvent event,
            String author,
            boolean byStaff,
            String note,
            Instant at,
            @Nullable Instant reopenableUntil) {}

    Told of(Actor me) {
        return sql.sql("""
                select s.since, i.*
                from (select greatest(p.created_at, p.news_seen_at,
                                 (select max(o.last_seen_at) from browser_session o
                                  where o.person_id = p.id and o.id <> b.id and o.last_seen_at <= b.created_at)) as since
                      from person p left join browser_session b on b.id = :session
                      where p.id = :me) s
                left join lateral (
                    select c.number, c.title, c.status_reason, c.closed_at, l.*
                    from (select distinct on (changed_at, id) * from (
                              select r.* from (values (true), (false)) a (active) cross join lateral (
                                  select * from cases c
                                  where c.requester_id = :me and c.active = a.active and c.changed_at > s.since and OWN
                                  order by c.changed_at desc, c.id desc limit :most) r
                              union all
                              select r.* from unnest(cast(:companies as bigint[])) o (company)
                              cross join (values (true), (false)) a (active) cross join lateral (
                                  select * from cases c
                                  where c.company_id = o.company and c.active = a.active and c.changed_at > s.since
                                  order by c.changed_at desc, c.id desc limit :most) r
                              union all
                              (select c.* from case_participant t join cases c on c.id = t.case_id
                               where t.person_id = :me and t.state = 'admitted' and c.changed_at > s.since
                               order by c.changed_at desc, c.id desc limit :most)) u
                          order by changed_at desc, id desc limit :most) c
                    cross join lateral (
                        select * from (
                            (select '' as kind, n.id, n.by_staff, p.first_name || ' ' || p.last_name as author,
                                    left(n.body, 200) as note, '' as old_value, '' as new_value, '' as detail, n.created_at as at
                             from note n join person p on p.id = n.author_id
                             where n.case_id = c.id and n.visibility = 'public' and n.author_id <> :me and n.created_at > s.since
                             order by n.created_at desc, n.id desc limit 1)
                            union all
                            (select e.kind, e.id, e.by_staff, coalesce(p.first_name || ' ' || p.last_name, ''), '',
                                    e.old_value, e.new_value, e.detail, e.created_at
                             from case_event e left join person p on p.id = e.actor_id
                             where e.case_id = c.id and e.visibility = 'public' and e.actor_id is distinct from :me
                               and e.created_at > s.since and e.kind not in ('continued', 'reminded')
                               and (c.company_id is null or c.requester_id = :me
                                    or c.company_id = any (cast(:member as bigint[])) or FOR_OUTSIDERS)
                             order by e.created_at desc, e.id desc limit 1)) x
                        order by (kind = '') desc, at desc limit 1) l
                    where not (c.requester_id = :me and c.status_reason = 'waiting_for_details')
                    order by l.at desc, c.id desc limit :shown) i on true
                order by i.at desc
                """.replace("OWN", CaseAccess.OWN).replace("FOR_OUTSIDERS", CaseAccess.FOR_OUTSIDERS))
                .param("session", me.sessionId())
                .param("me", me.id())
                .param("companies", CaseAccess.companies(me))
                .param("member", me.companies().toString().replace('[', '{').replace(']', '}'))
                .param("most", LOOKED_AT)
                .param("shown", SHOWN)
                .query(News::told);
    }

    /** The person has seen all up to now. */
    void seen(Actor me) {
        sql.sql("update person set news_seen_at = :now where id = :me")
                .param("now", SqlTime.of(clock.instant()))
                .param("me", me.id())
                .update();
    }

    private static Told told(ResultSet rows) throws SQLException {
        var since = Instant.EPOCH;
        var items = new ArrayList<Item>();
        while (rows.next()) {
            since = SqlTime.instant(rows, "since");
            if (rows.getString("number") != null) {
                items.add(item(rows));
            }
        }
        return new Told(since, items);
    }

    private static Item item(ResultSet row) throws SQLException {
        var closed = SqlTime.instantOrNull(row, "closed_at");
        var at = SqlTime.instant(row, "at");
        return new Item(
                row.getString("number"),
                row.getString("title"),
                StatusReason.of(row.getString("status_reason")),
                row.getString("kind").isEmpty()
                        ? null
                        : new CaseEvent(
                                row.getLong("id"),
                                CaseEvent.Kind.of(row.getString("kind")),
                                Visibility.PUBLIC,
                                row.getString("author"),
                                row.getBoolean("by_staff"),
                                row.getString("old_value"),
                                row.getString("new_value"),
                                row.getString("detail"),
                                "",
                                at),
                row.getString("author"),
                row.getBoolean("by_staff"),
                row.getString("note"),
                at,
                closed == null ? null : closed.plus(CaseHead.REOPENING));
    }
}
