package si.podpora.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.cases.Correspondents.Correspondent;
import si.podpora.mail.Envelope;
import si.podpora.mail.Letter;
import si.podpora.mail.Outbox;

/** Tells the other side by mail, in the transaction of the change. Several changes in a short time are one mail. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseMail {

    private final JdbcClient sql;
    private final CaseAccess access;
    private final Outbox outbox;
    private final Correspondents correspondents;
    private final CaseLetters letters;
    private final AssignedLetter assigned;
    private final CaseSettings settings;

    CaseMail(
            JdbcClient sql,
            CaseAccess access,
            Outbox outbox,
            Correspondents correspondents,
            CaseLetters letters,
            AssignedLetter assigned,
            CaseSettings settings) {
        this.sql = sql;
        this.access = access;
        this.outbox = outbox;
        this.correspondents = correspondents;
        this.letters = letters;
        this.assigned = assigned;
        this.settings = settings;
    }

    /** Tells the customer what happens next, and the help desk that there is something to do. */
    void submitted(long caseId) {
        var found = access.reread(caseId);
        correspondents
                .requester(found)
                .ifPresent(requester -> outbox.post(
                        envelope(requester, found, "cases.submitted"), letters.submitted(found, requester)));
        var helpDesk = correspondents.helpDesk();
        outbox.post(envelope(helpDesk, found, "cases.arrived"), letters.arrived(found, helpDesk));
    }

    /** Tells the customer that the help desk has written the case down for the customer, and who did. */
    void submittedFor(long caseId, Actor by, Contact contact) {
        var found = access.reread(caseId);
        correspondents
                .requester(found)
                .ifPresent(requester -> outbox.post(
                        envelope(requester, found, "cases.submitted"),
                        letters.submittedFor(found, requester, by.fullName(), contact)));
    }

    /**
     * Tells everybody but the person who made it of a public change. What the help desk does is not mailed
     * to the help desk.
     *
     * @param at as the change is stamped
     */
    void changed(Actor me, long caseId, Instant at) {
        var found = access.reread(caseId);
        correspondents.customers(found).stream()
                .filter(customer -> Correspondents.isToldOf(customer, me))
                .filter(customer -> !customer.outsider() || letters.tells(found, customer, at))
                .forEach(customer -> gather(customer, found, at, since -> letters.changed(found, customer, since)));
        if (!me.isStaff()) {
            correspondents.onDuty(found).stream()
                    .filter(colleague -> Correspondents.isToldOf(colleague, me))
                    .forEach(colleague ->
                            gather(colleague, found, at, since -> letters.changed(found, colleague, since)));
        }
    }

    /** Tells the requester, and whoever has it now, that the portal has given the case to somebody. */
    void assignedByItself(long caseId, Instant at) {
        var found = access.reread(caseId);
        correspondents.customers(found).stream()
                .filter(Correspondent::wantsChanges)
                .forEach(customer -> gather(customer, found, at, since -> letters.changed(found, customer, since)));
        var owner = correspondents.helpDesk(found);
        if (owner.wantsChanges()) {
            gather(owner, found, at, since -> letters.changed(found, owner, since));
        }
    }

    /**
     * Tells the people of a case that another has taken it up, whether they want to hear of changes or not: its
     * number leads no more. The others are told as of any change.
     *
     * @param people keys of those who read the merged case
     */
    void merged(Actor me, CaseHead from, long intoId, Set<Long> people, Instant at) {
        var into = access.reread(intoId);
        outbox.move(thread(from), thread(into));
        for (var customer : correspondents.customers(into)) {
            if (people.contains(customer.id())) {
                outbox.post(envelope(customer, into, "cases.merged"), letters.merged(from, into, customer));
            } else if (Correspondents.isToldOf(customer, me)) {
                gather(customer, into, at, since -> letters.changed(into, customer, since));
            }
        }
    }

    /** Tells whose it is of the new case, and the other people of the case that it was split from of the change there. */
    void split(Actor me, long wholeId, long partId, Instant at) {
        var whole = access.reread(wholeId);
        var part = access.reread(partId);
        var requester = correspondents.requester(part);
        requester.ifPresent(customer ->
                outbox.post(envelope(customer, part, "cases.submitted"), letters.split(whole, part, customer)));
        correspondents.customers(whole).stream()
                .filter(customer -> Correspondents.isToldOf(customer, me))
                .filter(customer -> requester.isEmpty()
                        || !Objects.equals(customer.id(), requester.get().id()))
                .forEach(customer -> gather(customer, whole, at, since -> letters.changed(whole, customer, since)));
    }

    private static String thread(CaseHead found) {
        return "case-" + found.id();
    }

    /** What waits for somebody who does not take part in the case any more is not sent. */
    void withdraw(long caseId, long personId) {
        outbox.withdraw(key(caseId, personId));
    }

    /** What waits for somebody who has left a company of its cases is not sent; who takes part as a stranger stays. */
    void withdrawAll(long companyId, long personId) {
        var waiting = outbox.gathering(personId);
        sql.sql("""
                select 'case-' || c.id || ':person-' || :person from cases c
                where c.company_id = :company
                  and 'case-' || c.id || ':person-' || :person = any (cast(:waiting as text[]))
                  and c.id = any (select cast(split_part(substr(w, 6), ':', 1) as bigint)
                                  from unnest(cast(:waiting as text[])) w where w like 'case-%')
                  and not exists (select from case_participant t
                                  where t.case_id = c.id and t.person_id = :person and t.state = 'admitted')
                """)
                .param("person", personId)
                .param("company", companyId)
                .param("waiting", waiting.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(outbox::withdraw);
    }

    /** Tells somebody of the help desk that a colleague has given the case to that person. */
    void assigned(Actor by, long caseId, String reason) {
        var found = access.reread(caseId);
        var owner = correspondents.helpDesk(found);
        if (Correspondents.isToldOf(owner, by)) {
            outbox.post(envelope(owner, found, "cases.assigned"), assigned.letter(found, owner, by.fullName(), reason));
        }
    }

    private static String key(long caseId, long personId) {
        return "case-" + caseId + ":person-" + personId;
    }

    private void gather(Correspondent to, CaseHead found, Instant at, Function<Instant, Letter> letter) {
        var key = to.id() == null ? "case-" + found.id() + ":help-desk" : key(found.id(), to.id());
        outbox.gather(envelope(to, found, "cases.changed"), key, settings.gather(), at, letter);
    }

    private static Envelope envelope(Correspondent to, CaseHead found, String purpose) {
        return new Envelope(to.id(), to.address(), to.name(), to.language(), purpose, thread(found), false);
    }
}
