package si.podpora.licences;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompaniesMerged;

/** The licences of a company that another has taken up are the other's. */
@Component
class LicenceMerges {

    private final JdbcClient sql;

    LicenceMerges(JdbcClient sql) {
        this.sql = sql;
    }

    /** Before one of two systems with the same number goes. */
    @EventListener
    @Order(1)
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CompaniesMerged merged) {
        merged.move(sql, """
                update licence l set system_id = theirs.id
                from customer_system mine
                join customer_system theirs
                  on theirs.company_id = :into and theirs.identification_number = mine.identification_number
                where mine.company_id = :from and l.system_id = mine.id
                """);
        merged.move(sql, "update licence set company_id = :into where company_id = :from");
    }
}
