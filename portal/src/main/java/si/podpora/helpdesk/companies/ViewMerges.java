package si.podpora.helpdesk.companies;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompaniesMerged;

/** Saved views of a company that another has taken up show the other's cases. */
@Component
class ViewMerges {

    private final JdbcClient sql;

    ViewMerges(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CompaniesMerged merged) {
        merged.move(sql, "update desk_view set company_id = :into where company_id = :from");
    }
}
