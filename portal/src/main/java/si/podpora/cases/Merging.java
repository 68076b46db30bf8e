package si.podpora.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/**
 * Makes one case of two: the leading one takes up the other with all that belongs to it. The other's row goes;
 * its number leads to the leading case from then on, for whoever may see that one.
 */
@Component
public class Merging {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;
    private final MergedBelongings belongings;
    private final CaseWords words;
    private final CaseMail mail;
    private final Drafts drafts;
    private final ApplicationEventPublisher events;

    Merging(
            JdbcClient sql,
            Clock clock,
            CaseAccess access,
            CaseHistory history,
            MergedBelongings belongings,
            CaseWords words,
            CaseMail mail,
            Drafts drafts,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.belongings = belongings;
        this.words = words;
        this.mail = mail;
        this.drafts = drafts;
        this.events = events;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** They are one. */
        record Merged(CaseNumber into) implements Outcome {}

        /** The case has been taken up by another meanwhile. */
        record Gone(CaseNumber into) implements Outcome {}

        /** Others would read more than what was confirmed. */
        record Unconfirmed() implements Outcome {}

        /** They cannot be one; the key of the words that say why. */
        record Refused(String why) implements Outcome {}
    }

    /** Why a case cannot be taken up by another, as a key of words; empty if it can. */
    public static Optional<String> problem(CaseHead from, CaseHead into) {
        if (from.id() == into.id()) {
            return Optional.of("merging.error.itself");
        }
        var company = from.companyId();
        if (company == null
                ? into.companyId() != null || from.requesterId() != into.requesterId()
                : !company.equals(into.companyId())) {
            return Optional.of("merging.error.company");
        }
        return into.closed() && !from.closed() ? Optional.of("merging.error.closed") : Optional.empty();
    }

    /** Who would read more if these two were one; they are of one company. */
    public MergeReaders readers(CaseHead from, CaseHead into) {
        return MergeReaders.of(sql, from, into);
    }

    /**
     * Merges a case into another.
     *
     * @param seal of the {@link MergeReaders} that were shown and confirmed
     * @throws Refusal.NotAllowed if a customer asks
     * @throws Refusal.NotFound if there is no case of one of the numbers
     */
    @Transactional
    public Outcome merge(Actor me, CaseNumber number, CaseNumber into, String seal) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        while (true) {
            var from = access.find(me, number);
            if (!from.number().key().equals(number.key())) {
                return new Outcome.Gone(from.number());
            }
            var other = access.find(me, into);
            var locked = lock(from.id(), other.id());
            // One of them can have been taken up while this waited: then they are looked for anew.
            if (locked.size() == 2 || from.id() == other.id()) {
                return merge(me, find(locked, from), find(locked, other), seal);
            }
        }
    }

    /** Both, the older one first whoever asks: two merges at once wait for each other, but not both. */
    private List<CaseHead> lock(long one, long other) {
        return sql.sql("select " + CaseHead.COLUMNS
                        + " from cases c where c.id = any (array[:one, :other]) order by c.id for update")
                .param("one", one)
                .param("other", other)
                .query((row, index) -> CaseHead.of(row))
                .list();
    }

    private static CaseHead find(List<CaseHead> locked, CaseHead before) {
        return locked.stream()
                .filter(one -> one.id() == before.id())
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private Outcome merge(Actor me, CaseHead from, CaseHead into, String seal) {
        var problem = problem(from, into);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        var readers = readers(from, into);
        if (!readers.seal().equals(seal)) {
            return new Outcome.Unconfirmed();
        }
        var now = clock.instant();
        keepNumber(me, from, into, now);
        belongings.move(me, from, into, readers, now);
        drafts.move(from.number(), into.number());
        takeOver(from, into, now);
        events.publishEvent(new CasesMerged(from.id(), into.id()));
        history.tell(from.id(), Visibility.PUBLIC);
        sql.sql("delete from cases where id = :from").param("from", from.id()).update();
        history.record(me, into.id(), CaseEvent.Kind.MERGED, "", from.number().text(), from.title(), now);
        if (into.ownerId() == null && from.ownerId() != null && !into.closed()) {
            history.record(me, into.id(), CaseEvent.Kind.ASSIGNED, "", from.ownerName(), "", now);
        }
        words.write(into.id());
        mail.merged(me, from, into.id(), readers.told(), now);
        return new Outcome.Merged(into.number());
    }

    private void keepNumber(Actor me, CaseHead from, CaseHead into, Instant now) {
        sql.sql("update merged_case set case_id = :into where case_id = :from")
                .param("into", into.id())
                .param("from", from.id())
                .update();
        sql.sql("""
                insert into merged_case (id, number, case_id, requester_id, submission_key, title, type, entitlement,
                    system_number, serial_number, warranty_repair, reference, owner_name, created_at, merged_at, merged_by)
                select c.id, c.number, :into, c.requester_id, c.submission_key, c.title, c.type, coalesce(e.name, ''),
                       c.system_number, c.serial_number, c.warranty_repair, c.reference, c.owner_name, c.created_at, :now, :me
                from cases c left join entitlement e on e.id = c.entitlement_id where c.id = :from
                """)
                .param("into", into.id())
                .param("now", SqlTime.of(now))
                .param("me", me.id())
                .param("from", from.id())
                .update();
    }

    /** The leading case keeps what it says of itself, and has the other's owner if it is open and has none. */
    private void takeOver(CaseHead from, CaseHead into, Instant now) {
        sql.sql("""
                update cases c
                set owner_id = case when c.active then coalesce(c.owner_id, f.owner_id) else c.owner_id end,
                    owner_name = case when c.active and c.owner_id is null then f.owner_name else c.owner_name end,
                    owned_since = case when c.active and c.owner_id is null and f.owner_id is not null then :now
                                       else c.owned_since end,
                    follows_id = nullif(coalesce(nullif(c.follows_id, f.id), f.follows_id), c.id),
                    touched = true, spoken_at = greatest(c.spoken_at, f.spoken_at), changed_at = :now
                from cases f where f.id = :from and c.id = :into
                """)
                .param("now", SqlTime.of(now))
                .param("from", from.id())
                .param("into", into.id())
                .update();
    }
}
