package si.podpora.cases;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Links cases that have to do with each other. Customers learn nothing of it: the other case may be anybody's. */
@Component
public class Links {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;

    Links(JdbcClient sql, Clock clock, CaseAccess access, CaseHistory history) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
    }

    /**
     * Links two cases, once.
     *
     * @return false if they are one case
     * @throws Refusal.NotAllowed if a customer asks
     */
    @Transactional
    public boolean add(Actor me, CaseNumber number, CaseNumber other) {
        var pair = Pair.of(lock(me, number, other));
        if (pair == null) {
            return false;
        }
        var added = sql.sql("""
                insert into case_link (one_id, other_id, linked_by, linked_at) values (:one, :other, :me, :now)
                on conflict do nothing
                """)
                .param("one", pair.one().id())
                .param("other", pair.other().id())
                .param("me", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .update();
        if (added == 1) {
            tell(me, pair, CaseEvent.Kind.LINKED);
        }
        return true;
    }

    /** Ends the link of two cases; where there is none, nothing happens. */
    @Transactional
    public void remove(Actor me, CaseNumber number, CaseNumber other) {
        var pair = Pair.of(lock(me, number, other));
        if (pair == null) {
            return;
        }
        var removed = sql.sql("delete from case_link where one_id = :one and other_id = :other")
                .param("one", pair.one().id())
                .param("other", pair.other().id())
                .update();
        if (removed == 1) {
            tell(me, pair, CaseEvent.Kind.UNLINKED);
        }
    }

    /** What a merged case was linked with is linked with the case that has taken it up. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(long from, long into) {
        sql.sql("""
                with gone as (
                    delete from case_link where :from in (one_id, other_id)
                    returning case when one_id = :from then other_id else one_id end as other_id, linked_by, linked_at)
                insert into case_link (one_id, other_id, linked_by, linked_at)
                select least(other_id, :into), greatest(other_id, :into), linked_by, linked_at from gone
                where other_id <> :into
                on conflict do nothing
                """).param("from", from).param("into", into).update();
    }

    private CaseHead[] lock(Actor me, CaseNumber number, CaseNumber other) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        // In the order of the running numbers, so that two links at once do not wait for each other.
        var found = new CaseHead[] {access.find(me, number), access.find(me, other)};
        if (found[0].id() > found[1].id()) {
            found = new CaseHead[] {found[1], found[0]};
        }
        return new CaseHead[] {access.lock(me, found[0].number()), access.lock(me, found[1].number())};
    }

    private void tell(Actor me, Pair pair, CaseEvent.Kind kind) {
        var now = clock.instant();
        history.remark(me, pair.one().id(), kind, pair.other().number().text(), now);
        history.remark(me, pair.other().id(), kind, pair.one().number().text(), now);
    }

    private record Pair(CaseHead one, CaseHead other) {

        static @org.jspecify.annotations.Nullable Pair of(CaseHead[] both) {
            if (both[0].id() == both[1].id()) {
                return null;
            }
            return both[0].id() < both[1].id() ? new Pair(both[0], both[1]) : new Pair(both[1], both[0]);
        }
    }
}
