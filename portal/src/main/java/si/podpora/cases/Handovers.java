package si.podpora.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/**
 * Gives open cases of somebody of a company to a colleague, whom one mail tells. Whoever takes over a case that
 * waits for an answer has the whole time for it.
 */
@Component
public class Handovers {

    private final JdbcClient sql;
    private final CaseHistory history;
    private final CaseWords words;
    private final HandoverMail mail;
    private final CaseMail caseMail;
    private final Clock clock;

    Handovers(JdbcClient sql, CaseHistory history, CaseWords words, HandoverMail mail, CaseMail caseMail, Clock clock) {
        this.sql = sql;
        this.history = history;
        this.words = words;
        this.mail = mail;
        this.caseMail = caseMail;
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
     * Makes a colleague the requester of all open cases that a person has in a company.
     *
     * @throws Refusal.NotFound if the colleague does not belong to the company
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor me, long companyId, long from, long to) {
        handOver(me, companyId, from, to, "");
    }

    /** The same of one case; nothing is changed if it is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void handOver(Actor me, CaseHead found, long to) {
        var company = found.companyId();
        if (company == null) {
            throw new Refusal.NotFound();
        }
        handOver(me, company, found.requesterId(), to, "and id = " + found.id());
    }

    private void handOver(Actor me, long companyId, long from, long to, String which) {
        if (from == to || !belongs(companyId, to)) {
            throw new Refusal.NotFound();
        }
        var now = clock.instant();
        var before = name(from);
        var after = name(to);
        var moved = sql.sql("""
                update cases set requester_id = :to, author_id = coalesce(author_id, requester_id), changed_at = :now,
                    waiting_since = case when waiting_since is null then null else cast(:now as timestamptz) end,
                    waiting_reminders = 0, waiting_reminded_at = null
                where requester_id = :from and company_id = :company and active WHICH
                returning id, number, title
                """.replace("WHICH", which))
                .param("to", to)
                .param("from", from)
                .param("company", companyId)
                .param("now", SqlTime.of(now))
                .query((row, index) ->
                        new HandedOver(row.getLong("id"), row.getString("number"), row.getString("title")))
                .list();
        if (moved.isEmpty()) {
            return;
        }
        endParts(me, moved, to, now);
        for (var one : moved) {
            history.record(me, one.id(), CaseEvent.Kind.HANDED_OVER, before, after, "", now);
            words.write(one.id());
        }
        endSight(companyId, moved, from);
        if (to != me.id()) {
            mail.taken(me, to, before, moved);
        }
        if (from != me.id() && belongs(companyId, from)) {
            mail.given(me, from, after, moved);
        }
    }

    /** Whoever has a case takes part in it no more: a person is told of it once. */
    private void endParts(Actor me, List<HandedOver> moved, long to, Instant now) {
        sql.sql("""
                update case_participant set state = 'removed', decided_by = :me, decided_at = :now
                where case_id = any (:cases) and person_id = :to and state <> 'removed'
                """)
                .param("me", me.id())
                .param("now", SqlTime.of(now))
                .param("cases", keys(moved))
                .param("to", to)
                .update();
    }

    /** Ends the open pages of whoever has given the cases away and does not see them now, and the mails that wait. */
    private void endSight(long companyId, List<HandedOver> moved, long from) {
        sql.sql("""
                select c.id from cases c
                where c.id = any (:cases)
                  and not exists (select from membership m
                                  where m.company_id = :company and m.person_id = :from and m.state = 'admitted'
                                    and m.role in ('company', 'administrator'))
                  and not exists (select from case_participant t
                                  where t.case_id = c.id and t.person_id = :from and t.state = 'admitted')
                """)
                .param("cases", keys(moved))
                .param("company", companyId)
                .param("from", from)
                .query(Long.class)
                .list()
                .forEach(unseen -> {
                    caseMail.withdraw(unseen, from);
                    history.left(unseen, from);
                });
    }

    private static Long[] keys(List<HandedOver> moved) {
        return moved.stream().map(HandedOver::id).toArray(Long[]::new);
    }

    private boolean belongs(long companyId, long personId) {
        return sql.sql("""
                select exists (select from membership m join person p on p.id = m.person_id and p.state = 'active'
                               where m.company_id = :company and m.person_id = :person and m.state = 'admitted')
                """)
                .param("company", companyId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
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
