package si.podpora.helpdesk;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseReading;
import si.podpora.helpdesk.assignment.Absences;
import si.podpora.helpdesk.assignment.Candidates;
import si.podpora.mail.Mails;

/** Reads cases for the help desk's page: one statement for each part, however much there is. */
@Component
class DeskCases {

    private final CaseReading reading;
    private final Customers customers;
    private final Clock clock;
    private final Candidates candidates;
    private final Absences absences;
    private final Mails mails;

    DeskCases(
            CaseReading reading,
            Customers customers,
            Candidates candidates,
            Absences absences,
            Mails mails,
            Clock clock) {
        this.clock = clock;
        this.reading = reading;
        this.customers = customers;
        this.candidates = candidates;
        this.absences = absences;
        this.mails = mails;
    }

    /**
     * The case of this number.
     *
     * @param before where the part of the conversation ends; null for the newest part
     */
    DeskCase find(Actor me, CaseNumber number, @Nullable String before) {
        var facts = reading.facts(me, number);
        var head = facts.head();
        var owner = head.ownerId();
        return new DeskCase(
                facts,
                reading.talk(me, head, before),
                before == null,
                customers.of(head, me.day(clock.instant())),
                owner == null && !head.closed() ? candidates.ranked(head.id()) : List.of(),
                owner == null ? null : absences.underWay(owner).orElse(null),
                mails.ofThread("case-" + head.id()));
    }

    /**
     * The case as its requester reads it: asked for in the requester's name, so that nothing can be in it
     * that the requester would not get.
     *
     * @param before as in {@link #find}
     */
    DeskCase asCustomer(Actor me, CaseNumber number, @Nullable String before) {
        var customer = customers.of(reading.facts(me, number).head(), me.day(clock.instant()));
        var requester = new Actor(
                customer.id(), 0, customer.name(), "", customer.email(), me.locale(), me.zone(), null, List.of());
        var facts = reading.facts(requester, number);
        return new DeskCase(
                facts,
                reading.talk(requester, facts.head(), before),
                before == null,
                customer,
                List.of(),
                null,
                List.of());
    }
}
