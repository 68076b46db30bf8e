package si.podpora.helpdesk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Staff;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Handling;
import si.podpora.web.Refusal;

/** Lets people of the help desk go: their open cases go back to the help desk, so that none is forgotten. */
@Component
class Departures {

    private final JdbcClient sql;
    private final Staff staff;
    private final Handling handling;

    Departures(JdbcClient sql, Staff staff, Handling handling) {
        this.sql = sql;
        this.staff = staff;
        this.handling = handling;
    }

    /**
     * Ends somebody's access.
     *
     * @throws Refusal.NotAllowed if it is the own
     * @throws Refusal.NotFound if nobody active of the help desk has this key
     */
    @Transactional
    void end(Actor me, long personId) {
        if (personId == me.id()) {
            throw new Refusal.NotAllowed();
        }
        if (!staff.end(personId)) {
            throw new Refusal.NotFound();
        }
        sql.sql("select number from cases where owner_id = :person and active order by id")
                .param("person", personId)
                .query((row, index) -> new CaseNumber(row.getString("number")))
                .list()
                .forEach(number -> handling.assign(me, number, null));
    }
}
