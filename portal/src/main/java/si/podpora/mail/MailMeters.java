package si.podpora.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/** How much mail waits and how long, and how much has failed; each is read from an index when it is asked for. */
@Component
class MailMeters implements MeterBinder {

    private final JdbcClient sql;
    private final Clock clock;

    MailMeters(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("podpora.mail.waiting", this, MailMeters::waiting)
                .description("Mails that have not been sent yet")
                .register(registry);
        Gauge.builder("podpora.mail.failed", this, MailMeters::failed)
                .description("Mails that have been given up or refused")
                .register(registry);
        Gauge.builder("podpora.mail.oldest.age", this, MailMeters::oldestAge)
                .description("Age of the oldest mail that has not been sent yet; 0 if there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    private double waiting() {
        return number("select count(*) from outgoing_mail where state in ('waiting', 'sending')");
    }

    private double failed() {
        return number("select count(*) from outgoing_mail where state = 'failed'");
    }

    private double oldestAge() {
        return sql.sql("""
                select greatest(0, coalesce(extract(epoch from :now::timestamptz - min(created_at)), 0))
                from outgoing_mail where state in ('waiting', 'sending')
                """)
                .param("now", SqlTime.of(clock.instant()))
                .query(Double.class)
                .single();
    }

    private double number(String statement) {
        return sql.sql(statement).query(Double.class).single();
    }
}
