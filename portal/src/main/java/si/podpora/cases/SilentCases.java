package si.podpora.cases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.web.SqlTime;

/**
 * Reminds customers of cases that wait for them and closes those that nobody answers. Each case is one
 * transaction, guarded by what it changes: however many copies of the portal run this at once, each step is
 * taken and mailed once.
 */
@Component
class SilentCases {

    private static final int AT_ONCE = 200;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SilenceRule rule;
    private final CaseHistory history;
    private final CaseAccess access;
    private final SilenceMail mail;
    private final Clock clock;

    SilentCases(
            JdbcClient sql,
            TransactionTemplate transaction,
            SilenceRule rule,
            CaseHistory history,
            CaseAccess access,
            SilenceMail mail,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.rule = rule;
        this.history = history;
        this.access = access;
        this.mail = mail;
        this.clock = clock;
    }

    /** Takes every step that is due; outside the hours in which people are reminded none is. */
    void run() {
        if (!rule.isTime()) {
            return;
        }
        // The last reminder first: whoever missed two gets one.
        for (int step = rule.reminders().size(); step > 0; step--) {
            remind(step);
        }
        if (rule.closes()) {
            close();
        }
    }

    private void remind(int step) {
        var since = SqlTime.of(rule.waitedSince(rule.reminders().get(step - 1)));
        List<Long> due;
        do {
            due = sql.sql("""
                    select id from cases
                    where status_reason = 'waiting_for_details' and waiting_since < :since and waiting_reminders < :step
                      and ANSWERABLE
                    order by waiting_since, id limit :most
                    """.replace("ANSWERABLE", Waiting.answerable("cases")))
                    .param("since", since)
                    .param("step", step)
                    .param("most", AT_ONCE)
                    .query(Long.class)
                    .list();
            for (var id : due) {
                transaction.executeWithoutResult(status -> remind(id, step, since));
            }
        } while (due.size() == AT_ONCE);
    }

    private void remind(long id, int step, OffsetDateTime since) {
        var now = clock.instant();
        var reminded = sql.sql("""
                update cases set waiting_reminders = :step, waiting_reminded_at = :now
                where id = :id and status_reason = 'waiting_for_details' and waiting_since < :since
                  and waiting_reminders < :step and ANSWERABLE
                """.replace("ANSWERABLE", Waiting.answerable("cases")))
                .param("step", step)
                .param("now", SqlTime.of(now))
                .param("id", id)
                .param("since", since)
                .update();
        if (reminded == 1) {
            var found = access.reread(id);
            var last = mail.remind(found, step == rule.reminders().size());
            history.recordByItself(id, CaseEvent.Kind.REMINDED, "", last, "", now);
        }
    }

    private void close() {
        var since = SqlTime.of(rule.expiredSince());
        var warned = SqlTime.of(rule.warnedUntil());
        List<Long> due;
        do {
            due = sql.sql("""
                    select id from cases
                    where status_reason = 'waiting_for_details' and waiting_since < :since
                      and (:reminders = 0 or waiting_reminders >= :reminders and waiting_reminded_at < :warned)
                      and ANSWERABLE
                    order by waiting_since, id limit :most
                    """.replace("ANSWERABLE", Waiting.answerable("cases")))
                    .param("since", since)
                    .param("reminders", rule.reminders().size())
                    .param("warned", warned)
                    .param("most", AT_ONCE)
                    .query(Long.class)
                    .list();
            for (var id : due) {
                transaction.executeWithoutResult(status -> close(id, since));
            }
        } while (due.size() == AT_ONCE);
    }

    private void close(long id, OffsetDateTime since) {
        var now = clock.instant();
        var closed = sql.sql("""
                update cases set status_reason = 'cancelled', closed_at = :now, closed_by = null, closing_reason = '',
                    changed_at = :now
                where id = :id and status_reason = 'waiting_for_details' and waiting_since < :since
                  and ANSWERABLE
                """.replace("ANSWERABLE", Waiting.answerable("cases")))
                .param("now", SqlTime.of(now))
                .param("id", id)
                .param("since", since)
                .update();
        if (closed == 1) {
            history.recordByItself(
                    id,
                    CaseEvent.Kind.EXPIRED,
                    StatusReason.WAITING_FOR_DETAILS.code(),
                    StatusReason.CANCELLED.code(),
                    Integer.toString(rule.closeAfter()),
                    now);
            mail.close(access.reread(id), rule.closeAfter());
        }
    }
}
