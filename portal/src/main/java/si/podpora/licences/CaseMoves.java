package si.podpora.licences;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.cases.CasesMerged;

/** A licence's case that was merged into another is that other one. */
@Component
class CaseMoves {

    private final JdbcClient sql;

    CaseMoves(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CasesMerged merged) {
        sql.sql("""
                insert into licence_case (licence_id, case_id)
                select licence_id, :into from licence_case where case_id = :from
                on conflict do nothing
                """).param("into", merged.into()).param("from", merged.from()).update();
    }
}
