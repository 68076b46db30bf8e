package si.podpora.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.SqlTime;

/** Gives the open cases of somebody who leaves a company to a colleague. */
@Component
public class Handovers {

    private final JdbcClient sql;
    private final CaseHistory history;
    private final CaseWords words;
    private final HandoverMail mail;
    private final Clock clock;

    Handovers(JdbcClient sql, CaseHistory history, CaseWords words, HandoverMail mail, Clock clock) {
        this.sql = sql;
        this.history = history;
        this.words = words;
        this.mail = mail;
        this.clock = clock;
    }

    /** How many open cases a person has in a company. */
    public int open(long companyId, long personId) {
        return sql.sql("select count(*) from cases where requester_id = :person and company_id = :company and active")
                .param("person", personId)
                .param("company", companyId)
                .query(Integer.class)
                .single();
    }

    /**
     * Makes a colleague the requester of all open cases that a person has in a company, and tells the colleague
     * in one mail. Whoever takes over a case that waits for an answer has the whole time for it. The caller has
     * made sure that both belong to the company.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int handOver(Actor me, long companyId, long from, long to) {
        var now = clock.instant();
        var before = name(from);
        var after = name(to);
        var moved = sql.sql("""
                update cases set requester_id = :to, author_id = coalesce(author_id, requester_id), changed_at = :now,
                    waiting_since = case when waiting_since is null then null else cast(:now as timestamptz) end,
                    waiting_reminders = 0, waiting_reminded_at = null
                where requester_id = :from and company_id = :company and active
                returning id, number, title
                """)
                .param("to", to)
                .param("from", from)
                .param("company", companyId)
                .param("now", SqlTime.of(now))
                .query((row, index) ->
                        new HandedOver(row.getLong("id"), row.getString("number"), row.getString("title")))
                .list();
        endParts(me, moved, to, now);
        for (var one : moved) {
            history.record(me, one.id(), CaseEvent.Kind.HANDED_OVER, before, after, "", now);
            words.write(one.id());
        }
        if (!moved.isEmpty() && to != me.id()) {
            mail.post(to, before, moved);
        }
        return moved.size();
    }

    /** Whoever has a case takes part in it no more: a person is told of it once. */
    private void endParts(Actor me, List<HandedOver> moved, long to, Instant now) {
        sql.sql("""
                update case_participant set state = 'removed', decided_by = :me, decided_at = :now
                where case_id = any (:cases) and person_id = :to and state <> 'removed'
                """)
                .param("me", me.id())
                .param("now", SqlTime.of(now))
                .param("cases", moved.stream().map(HandedOver::id).toArray(Long[]::new))
                .param("to", to)
                .update();
    }

    /** A case that has a new requester. */
    record HandedOver(long id, String number, String title) {}

    private String name(long personId) {
        return sql.sql("select first_name || ' ' || last_name from person where id = :id")
                .param("id", personId)
                .query(String.class)
                .single();
    }
}
