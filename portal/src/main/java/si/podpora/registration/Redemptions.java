package si.podpora.registration;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.accounts.ConsentKind;
import si.podpora.accounts.Memberships;
import si.podpora.accounts.NewPerson;
import si.podpora.accounts.People;
import si.podpora.web.PodporaProperties;

/** Makes the person whom an invitation was for: once, with the consents, and with the place in the company. */
@Component
class Redemptions {

    private final AccessRequests requests;
    private final Invitations invitations;
    private final AgreedConsents consents;
    private final People people;
    private final Memberships memberships;
    private final Hosts hosts;
    private final Wishes wishes;
    private final PodporaProperties settings;
    private final TransactionTemplate transaction;

    Redemptions(
            AccessRequests requests,
            Invitations invitations,
            AgreedConsents consents,
            People people,
            Memberships memberships,
            Hosts hosts,
            Wishes wishes,
            PodporaProperties settings,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.invitations = invitations;
        this.consents = consents;
        this.people = people;
        this.memberships = memberships;
        this.hosts = hosts;
        this.wishes = wishes;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Redeems an invitation; of several attempts at once one succeeds.
     *
     * @param agreed what is agreed to now, by somebody who was invited without having been asked before
     * @param read the language in which that was read
     * @return the new person's key; empty if the invitation no longer serves or the user name is taken, and
     *     then nothing has changed
     */
    OptionalLong redeem(
            Invitation invitation, String username, String passwordHash, Set<ConsentKind> agreed, Locale read) {
        var person = transaction.execute(status -> {
            var created = invitations.use(invitation.id())
                    ? create(invitation, username, passwordHash, agreed, read)
                    : OptionalLong.empty();
            if (created.isEmpty()) {
                status.setRollbackOnly();
            }
            return created;
        });
        return person == null ? OptionalLong.empty() : person;
    }

    private OptionalLong create(
            Invitation invitation, String username, String passwordHash, Set<ConsentKind> agreed, Locale read) {
        var request = requests.find(invitation.requestId());
        var given = new ArrayList<>(request.consents());
        given.addAll(consents.given(agreed, read));
        var id = people.create(person(request, username), passwordHash, given);
        if (id.isEmpty()) {
            return OptionalLong.empty();
        }
        requests.becomes(invitation.requestId(), id.get());
        if (request.staffRole() != null) {
            return OptionalLong.of(id.get());
        }
        if (request.companyId() != null && request.invitedBy() != null && request.role() != null) {
            memberships.join(request.companyId(), id.get(), request.role(), request.invitedBy());
            hosts.of(request)
                    .filter(host -> host.administrator() != null)
                    .ifPresent(host -> wishes.keep(request.email(), id.get()));
        } else {
            wishes.ask(request, id.get());
        }
        return OptionalLong.of(id.get());
    }

    private NewPerson person(AccessRequest request, String username) {
        return new NewPerson(
                request.salutation(),
                request.firstName(),
                request.lastName(),
                request.email(),
                username,
                request.phone(),
                request.mobile(),
                request.department(),
                request.language(),
                ZoneId.of(settings.organisation().timeZone()),
                request.staffRole());
    }
}
