package si.podpora.cases;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompaniesMerged;

/** Moves the cases of a company to the company that has taken it up, with the words they are found by. */
@Component
class CaseMerges {

    private final JdbcClient sql;

    CaseMerges(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    @Order(1)
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CompaniesMerged merged) {
        // A system that both have under one number will be one; its cases go over to the one that stays.
        merged.move(sql, """
                update cases c set system_id = theirs.id
                from customer_system mine
                join customer_system theirs
                  on theirs.company_id = :into and theirs.identification_number = mine.identification_number
                where mine.company_id = :from and c.company_id = :from and c.system_id = mine.id
                """);
        sql.sql("""
                with moved as (
                    update cases set company_id = :into where company_id = :from returning id)
                update case_search s
                set public_words = ts_delete(s.public_words, :old) || w.words,
                    staff_words = ts_delete(s.staff_words, :old) || w.words
                from moved m, (select array_to_tsvector(array[cast(:new as text)]) as words) w
                where s.case_id = m.id
                """)
                .param("from", merged.from())
                .param("into", merged.into())
                .param("old", CaseWords.ofCompany(merged.from()))
                .param("new", CaseWords.ofCompany(merged.into()))
                .update();
    }
}
