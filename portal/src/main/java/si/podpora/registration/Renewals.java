package si.podpora.registration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.People;

/** Sends invitations anew. */
@Component
class Renewals {

    private final AccessRequests requests;
    private final Invitations invitations;
    private final People people;
    private final InvitationMail mail;

    Renewals(AccessRequests requests, Invitations invitations, People people, InvitationMail mail) {
        this.requests = requests;
        this.invitations = invitations;
        this.people = people;
        this.mail = mail;
    }

    /**
     * Sends what helps the person with this address: a new invitation, or a reminder of the account. Nobody
     * unknown gets a mail, and no invitation that the help desk has withdrawn comes back.
     *
     * @param email in lower case
     */
    @Transactional
    public void renew(String email) {
        var known = people.byEmail(email);
        if (known.isPresent()) {
            mail.postKnown(known.get());
            return;
        }
        invitations
                .latest(email)
                .filter(last -> switch (last.state()) {
                    case OPEN, EXPIRED, REPLACED -> true;
                    case USED, WITHDRAWN -> false;
                })
                .ifPresent(last -> invitations.issue(last.requestId(), requests.find(last.requestId())));
    }
}
