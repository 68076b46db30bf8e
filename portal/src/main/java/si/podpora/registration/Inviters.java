package si.podpora.registration;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.MembershipChanged;
import si.podpora.web.SqlTime;

/**
 * Whoever administers a company no longer has invited nobody into it: an invitation must not outlive the right
 * that it rests on. Those of the help desk are the vendor's, whoever wrote them.
 */
@Component
class Inviters {

    /** Of an access_request {@code r}: a customer has invited and administers the company no longer. */
    static final String LOST_RIGHT = """
            (r.company_id is not null
             and exists (select from person by where by.id = r.invited_by and by.staff_role is null)
             and not exists (select from membership m join person by on by.id = m.person_id and by.state = 'active'
                 where m.person_id = r.invited_by and m.company_id = r.company_id and m.state = 'admitted'
                   and m.role = 'administrator'))
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Inviters(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void lose(MembershipChanged changed) {
        withdraw(changed.companyId());
    }

    /** Withdraws the open invitations into a company by those who administer it no longer. */
    void withdraw(long company) {
        sql.sql("""
                update invitation i set ended_at = :now, ended_as = 'withdrawn'
                from access_request r
                where r.id = i.request_id and r.company_id = :company and i.used_at is null and i.ended_at is null
                  and\s""" + LOST_RIGHT)
                .param("now", SqlTime.of(clock.instant()))
                .param("company", company)
                .update();
    }
}
