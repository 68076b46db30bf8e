package si.podpora.cases;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.MembershipChanged;
import si.podpora.web.SqlTime;

/** Ends the open pages of a person who may less than before, in every copy of the portal, once it is committed. */
@Component
class RightsEnding {

    /** The channel of PostgreSQL on which the key of such a person is told. */
    static final String CHANNEL = "podpora_rights";

    private final JdbcClient sql;
    private final CaseMail mail;
    private final Clock clock;

    RightsEnding(JdbcClient sql, CaseMail mail, Clock clock) {
        this.sql = sql;
        this.mail = mail;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(MembershipChanged changed) {
        // Whoever takes part as a colleague takes part no more; whoever the help desk has let in as a stranger stays.
        sql.sql("""
                update case_participant t set state = 'removed', decided_at = :now
                from cases c
                where c.id = t.case_id and c.company_id = :company and t.person_id = :person
                  and t.state <> 'removed' and not t.outside
                  and not exists (select from membership m
                      where m.company_id = :company and m.person_id = :person and m.state = 'admitted')
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("company", changed.companyId())
                .param("person", changed.personId())
                .update();
        if (!belongs(changed)) {
            mail.withdrawAll(changed.companyId(), changed.personId());
        }
        sql.sql("select pg_notify(:channel, :person)")
                .param("channel", CHANNEL)
                .param("person", Long.toString(changed.personId()))
                .query((row, index) -> true)
                .list();
    }

    private boolean belongs(MembershipChanged changed) {
        return sql.sql("""
                select exists (select from membership
                               where company_id = :company and person_id = :person and state = 'admitted')
                """)
                .param("company", changed.companyId())
                .param("person", changed.personId())
                .query(Boolean.class)
                .single();
    }
}
