package si.podpora.registration;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompaniesMerged;

/** Whoever was invited into a company that another has taken up is invited into the other. */
@Component
class RequestMerges {

    private final JdbcClient sql;

    RequestMerges(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CompaniesMerged merged) {
        merged.move(sql, "update access_request set company_id = :into where company_id = :from");
    }
}
