package si.podpora.helpdesk.assignment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.cases.Handling;

/**
 * Gives new cases to whom they suit best: somebody with a skill that the case calls for, present, below the own
 * cap; who stands in for somebody absent counts as that one. A case that suits nobody waits to be sorted out, and
 * one that somebody has already given away stays with the help desk.
 */
@Component
class AutomaticAssignment {

    /** Any number, the same in every copy: who assigns holds it, so that nobody's cap is passed by two at once. */
    private static final long LOCK = 0x61737369676eL;

    private static final int PAGE = 100;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Candidates candidates;
    private final Handling handling;

    AutomaticAssignment(JdbcClient sql, TransactionTemplate transaction, Candidates candidates, Handling handling) {
        this.sql = sql;
        this.transaction = transaction;
        this.candidates = candidates;
        this.handling = handling;
    }

    /** Assigns what can be assigned, the oldest first, each case in its own transaction. */
    void run() {
        var after = 0L;
        while (true) {
            var waiting = waiting(after);
            waiting.forEach(this::assign);
            if (waiting.size() < PAGE) {
                return;
            }
            after = waiting.getLast();
        }
    }

    /** Open cases that nobody has ever been given. */
    private List<Long> waiting(long after) {
        return sql.sql("""
                select c.id from cases c
                where c.owner_id is null and c.active and c.id > :after
                  and not exists (select from case_event e where e.case_id = c.id and e.kind = 'assigned')
                order by c.id limit :most
                """)
                .param("after", after)
                .param("most", PAGE)
                .query(Long.class)
                .list();
    }

    /** Gives one case to somebody; leaves it where it is if it suits nobody. */
    void assign(long caseId) {
        transaction.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, index) -> true)
                    .single();
            // Asked for only now: whoever held the lock before has committed, and the loads are what they are.
            candidates.ranked(caseId).stream()
                    .filter(AutomaticAssignment::suits)
                    .findFirst()
                    .ifPresent(chosen -> handling.assignByItself(caseId, chosen.id(), chosen.skills()));
        });
    }

    private static boolean suits(Candidate one) {
        return one.automatic() && one.present() && !one.full() && (one.skilled() || !one.needsSkill());
    }
}
