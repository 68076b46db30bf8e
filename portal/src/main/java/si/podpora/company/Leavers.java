package si.podpora.company;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Colleagues;
import si.podpora.accounts.CompanyTeam;
import si.podpora.cases.Handovers;
import si.podpora.web.Refusal;

/** Lets people of a company go; a colleague takes over what they have open. */
@Component
class Leavers {

    private final CompanyTeam team;
    private final Colleagues colleagues;
    private final Handovers handovers;

    Leavers(CompanyTeam team, Colleagues colleagues, Handovers handovers) {
        this.team = team;
        this.colleagues = colleagues;
        this.handovers = handovers;
    }

    /**
     * Ends a member's access.
     *
     * @param successor who takes over the open cases; null: they stay as they are, in sight of those who see all
     * @throws Refusal.NotFound if one of them is no member of the asker's company
     */
    @Transactional
    void end(Actor me, long company, long person, @Nullable Long successor) {
        if (successor != null) {
            require(me, company, person, successor);
        }
        team.end(me, company, person);
        // Afterwards: whoever has left is told of that, and not of who has the cases now.
        if (successor != null) {
            handovers.handOver(me, company, person, successor);
        }
    }

    /** Gives a member's open cases to another one. */
    @Transactional
    void handOver(Actor me, long company, long person, long successor) {
        require(me, company, person, successor);
        handovers.handOver(me, company, person, successor);
    }

    private void require(Actor me, long company, long person, long successor) {
        if (person == successor
                || colleagues.find(me, company, person).isEmpty()
                || colleagues.find(me, company, successor).isEmpty()) {
            throw new Refusal.NotFound();
        }
    }
}
