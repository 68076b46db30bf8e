package si.podpora.registration;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompaniesMerged;

/**
 * Whoever was invited into a company that another has taken up is invited into the other, unless whoever invited
 * does not administer that one.
 */
@Component
class RequestMerges {

    private final JdbcClient sql;
    private final Inviters inviters;

    RequestMerges(JdbcClient sql, Inviters inviters) {
        this.sql = sql;
        this.inviters = inviters;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CompaniesMerged merged) {
        merged.move(sql, "update access_request set company_id = :into where company_id = :from");
        inviters.withdraw(merged.into());
    }
}
