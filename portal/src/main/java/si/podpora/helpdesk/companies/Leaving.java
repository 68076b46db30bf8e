package si.podpora.helpdesk.companies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Memberships;
import si.podpora.cases.Handovers;
import si.podpora.web.Refusal;

/** Removes people from a company; a colleague takes over what they have open. */
@Component
class Leaving {

    private final Memberships memberships;
    private final Handovers handovers;

    Leaving(Memberships memberships, Handovers handovers) {
        this.memberships = memberships;
        this.handovers = handovers;
    }

    /**
     * Ends a person's membership; where a colleague has done so meanwhile, the cases are handed over all the same.
     *
     * @param successor who takes over the open cases; null: they stay as they are
     * @throws Refusal.NotFound if the successor is no member
     */
    @Transactional
    void end(Actor me, long company, long person, @Nullable Long successor) {
        memberships.end(company, person, me);
        if (successor != null) {
            handovers.handOver(me, company, person, successor);
        }
    }
}
