package si.podpora.coverage;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompaniesMerged;

/** Moves what a company had to the company that has taken it up; what both had under one number becomes one. */
@Component
class CoverageMerges {

    /** Each takes the keys of both companies. */
    private static final List<String> STEPS = List.of(
            """
            update device d set system_id = theirs.id
            from customer_system mine
            join customer_system theirs
              on theirs.company_id = :into and theirs.identification_number = mine.identification_number
            where mine.company_id = :from and d.system_id = mine.id
            """,
            """
            delete from customer_system mine using customer_system theirs
            where mine.company_id = :from and theirs.company_id = :into
              and theirs.identification_number = mine.identification_number
            """,
            """
            update device theirs
            set warranty_until = greatest(theirs.warranty_until, mine.warranty_until),
                system_id = coalesce(theirs.system_id, mine.system_id), version = theirs.version + 1
            from device mine
            where mine.company_id = :from and theirs.company_id = :into and theirs.serial_number = mine.serial_number
            """,
            """
            delete from device mine using device theirs
            where mine.company_id = :from and theirs.company_id = :into and theirs.serial_number = mine.serial_number
            """,
            "update customer_system set company_id = :into, version = version + 1 where company_id = :from",
            "update device set company_id = :into, version = version + 1 where company_id = :from",
            "update entitlement set company_id = :into, version = version + 1 where company_id = :from");

    private final JdbcClient sql;

    CoverageMerges(JdbcClient sql) {
        this.sql = sql;
    }

    /** After the cases have let go of the systems that both had. */
    @EventListener
    @Order(2)
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CompaniesMerged merged) {
        for (var step : STEPS) {
            merged.move(sql, step);
        }
    }
}
