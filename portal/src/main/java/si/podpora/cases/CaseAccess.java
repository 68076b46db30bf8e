package si.podpora.cases;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;

/**
 * Finds cases through the person who asks: a customer's own, those of the companies all of whose cases the
 * person sees, those that the person takes part in, and all for the help desk. Anything else does not exist.
 */
@Component
public class CaseAccess {

    /**
     * Condition on a person's own {@code cases c} with the parameter {@code me}: a case belongs to its company,
     * so whoever has left the company has left its cases, too.
     */
    public static final String OWN = """
            (c.company_id is null or exists (select from membership m
                where m.company_id = c.company_id and m.person_id = :me and m.state = 'admitted'))
            """;

    /**
     * Condition on {@code cases c} with the parameters {@code staff}, {@code me} and {@code companies} (a
     * PostgreSQL array as text, see {@link #companies(Actor)}).
     */
    static final String VISIBLE =
            "(:staff or c.company_id = any (cast(:companies as bigint[])) or c.requester_id = :me and " + OWN + """
             or exists (select from case_participant t
                        where t.case_id = c.id and t.person_id = :me and t.state = 'admitted'))\
            """;

    /** The key of the case of {@code number}, as {@link CaseNumber#key()} spells it, or of the one that has taken it up. */
    public static final String OF_NUMBER = """
            coalesce((select k.id from cases k where translate(k.number, 'OIL', '011') = :number),
                     (select m.case_id from merged_case m where translate(m.number, 'OIL', '011') = :number))\
            """;

    private final JdbcClient sql;

    CaseAccess(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The case of this number, or the one that has taken it up.
     *
     * @throws Refusal.NotFound if there is none, or it is not for this person
     */
    public CaseHead find(Actor me, CaseNumber number) {
        return whole(me, number, "");
    }

    /**
     * The number of which only the running part is known.
     *
     * @return empty if there is none
     * @throws Refusal.NotAllowed if a customer asks: a running number alone can be guessed
     */
    public Optional<CaseNumber> withRunning(Actor me, long running) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        return sql.sql(
                        "select number from cases where id = :id union all select number from merged_case where id = :id")
                .param("id", running)
                .query((row, index) -> new CaseNumber(row.getString("number")))
                .optional();
    }

    /** The case of this number, locked until the end of the transaction: one change after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseHead lock(Actor me, CaseNumber number) {
        // One that is merged while this waits for it is gone then, and the other is locked instead.
        return whole(me, number, "for no key update");
    }

    /**
     * The same for what only the help desk does.
     *
     * @throws Refusal.NotAllowed if a customer asks
     */
    @Transactional(propagation = Propagation.MANDATORY)
    CaseHead lockAsStaff(Actor me, CaseNumber number) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        return lock(me, number);
    }

    /** The case of this key, locked like {@link #lock(Actor, CaseNumber)}: for what the portal does by itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    CaseHead lock(long id) {
        return sql.sql("select " + CaseHead.COLUMNS + " from cases c where c.id = :id for no key update")
                .param("id", id)
                .query((row, index) -> CaseHead.of(row))
                .single();
    }

    /**
     * For what a mere participant does not do.
     *
     * @throws Refusal.NotAllowed if the person sees the case only because of taking part in it
     */
    static void mustBeMoreThanParticipant(Actor me, CaseHead found) {
        if (onlyParticipant(me, found)) {
            throw new Refusal.NotAllowed();
        }
    }

    /** Whether somebody who may see the case does so only because of taking part in it. */
    public static boolean onlyParticipant(Actor me, CaseHead found) {
        var company = found.companyId();
        return !me.isStaff()
                && found.requesterId() != me.id()
                && !(company != null && me.companiesSeen().contains(company));
    }

    /**
     * Condition on {@code case_event e}: what somebody from outside the case's company reads of its history.
     * The company's contracts, systems and references are its own.
     */
    public static final String FOR_OUTSIDERS =
            "not (e.kind = 'edited' and e.detail in ('entitlement', 'system_number', 'reference')"
                    + " or e.kind = 'participant_asked')";

    /** Whether somebody who may see the case is from outside its company. */
    static boolean outsider(Actor me, CaseHead found) {
        var company = found.companyId();
        return company != null
                && !me.isStaff()
                && found.requesterId() != me.id()
                && !me.companies().contains(company);
    }

    /** A case as it is now, after a verb has locked it. */
    CaseHead reread(long id) {
        return sql.sql("select " + CaseHead.COLUMNS + " from cases c where c.id = :id")
                .param("id", id)
                .query((row, index) -> CaseHead.of(row))
                .single();
    }

    /** The number of the case that has taken up the case of this number; empty if it was not merged. */
    Optional<CaseNumber> leading(CaseNumber number) {
        return sql.sql("""
                select c.number from merged_case m join cases c on c.id = m.case_id
                where translate(m.number, 'OIL', '011') = :number
                """)
                .param("number", number.key())
                .query((row, index) -> new CaseNumber(row.getString("number")))
                .optional();
    }

    private CaseHead whole(Actor me, CaseNumber number, String lock) {
        return select(me, number, lock)
                .or(() -> leading(number).flatMap(leading -> select(me, leading, lock)))
                .orElseThrow(Refusal.NotFound::new);
    }

    private Optional<CaseHead> select(Actor me, CaseNumber number, String lock) {
        return sql.sql("select " + CaseHead.COLUMNS + " from cases c where translate(c.number, 'OIL', '011') = :number"
                        + " and " + VISIBLE + " " + lock)
                .param("number", number.key())
                .param("staff", me.isStaff())
                .param("me", me.id())
                .param("companies", companies(me))
                .query((row, index) -> CaseHead.of(row))
                .optional();
    }

    /** Keys of the companies all of whose cases the person sees, as text of a PostgreSQL array. */
    public static String companies(Actor me) {
        return me.companiesSeen().toString().replace('[', '{').replace(']', '}');
    }
}
