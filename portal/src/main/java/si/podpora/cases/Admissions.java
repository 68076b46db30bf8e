package si.podpora.cases;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.PersonAdmitted;

/** Once a person is admitted to a company, the cases submitted before belong to the company too. */
@Component
class Admissions {

    private final JdbcClient sql;
    private final CaseWords words;

    Admissions(JdbcClient sql, CaseWords words) {
        this.sql = sql;
        this.words = words;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void move(PersonAdmitted admitted) {
        sql.sql("update cases set company_id = :company where requester_id = :person and company_id is null")
                .param("company", admitted.companyId())
                .param("person", admitted.personId())
                .update();
        words.addCompany(admitted.personId(), admitted.companyId());
    }
}
