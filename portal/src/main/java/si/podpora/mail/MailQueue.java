package si.podpora.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/**
 * The mails to be sent, shared by all copies of the portal. Whoever claims one holds it for the time of the
 * lease; if nothing is recorded by then, another takes it up.
 */
@Component
class MailQueue {

    /** How long a claimed mail is nobody else's. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient sql;
    private final Clock clock;

    MailQueue(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The mail that is due longest; from now on it takes up no further changes. */
    Optional<QueuedMail> claim() {
        var now = clock.instant();
        return sql.sql("""
                update outgoing_mail set state = 'sending', attempts = attempts + 1, due_at = :leaseEnd,
                    gather_key = null, give_up_at = coalesce(give_up_at, :giveUp)
                where id = (
                    select id from outgoing_mail where state in ('waiting', 'sending') and due_at <= :now
                    order by due_at, id limit 1 for update skip locked)
                returning\s""" + QueuedMail.COLUMNS)
                .param("now", SqlTime.of(now))
                .param("leaseEnd", SqlTime.of(now.plus(LEASE)))
                .param("giveUp", SqlTime.of(now.plus(RetryPlan.GIVE_UP_AFTER)))
                .query(QueuedMail::of)
                .optional();
    }

    /** Holds mails longer that are still on their way. */
    void keep(Collection<Long> ids) {
        sql.sql("update outgoing_mail set due_at = :leaseEnd where id = any(:ids) and state = 'sending'")
                .param("leaseEnd", SqlTime.of(clock.instant().plus(LEASE)))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Notes what became of an attempt, unless another one has begun since. */
    void record(QueuedMail mail, Delivery delivery) {
        switch (delivery) {
            case Delivery.Sent sent -> sent(mail);
            case Delivery.Refused refused -> failed(mail, refused.problem(), refused.answer());
            case Delivery.NotNow notNow -> notNow(mail, notNow);
        }
    }

    private void sent(QueuedMail mail) {
        sql.sql("""
                update outgoing_mail set state = 'sent', sent_at = :now, problem = null, answer = null,
                    html = case when secret then '' else html end, text = case when secret then '' else text end
                where id = :id and state = 'sending' and attempts = :attempt
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("id", mail.id())
                .param("attempt", mail.attempt())
                .update();
    }

    private void failed(QueuedMail mail, MailProblem problem, String answer) {
        sql.sql("""
                update outgoing_mail set state = 'failed', problem = :problem, answer = :answer
                where id = :id and state = 'sending' and attempts = :attempt
                """)
                .param("problem", problem.stored())
                .param("answer", answer)
                .param("id", mail.id())
                .param("attempt", mail.attempt())
                .update();
    }

    private void notNow(QueuedMail mail, Delivery.NotNow notNow) {
        sql.sql("""
                update outgoing_mail set problem = :problem, answer = :answer,
                    state = case when give_up_at <= :now then 'failed' else 'waiting' end,
                    due_at = least(:next::timestamptz, give_up_at)
                where id = :id and state = 'sending' and attempts = :attempt
                """)
                .param("problem", notNow.problem().stored())
                .param("answer", notNow.answer())
                .param("now", SqlTime.of(clock.instant()))
                .param("next", SqlTime.of(next(mail)))
                .param("id", mail.id())
                .param("attempt", mail.attempt())
                .update();
    }

    private Instant next(QueuedMail mail) {
        return clock.instant().plus(RetryPlan.waitAfter(mail.attempt()));
    }
}
