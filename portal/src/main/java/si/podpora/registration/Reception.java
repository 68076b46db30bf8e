package si.podpora.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.ConsentKind;
import si.podpora.accounts.People;
import si.podpora.registration.captcha.Captchas;
import si.podpora.web.FieldProblem;

/** Takes requests for access and answers them by mail. */
@Component
class Reception {

    /** The form that a code serves. */
    static final String FORM = "access-request";

    private final AccessRequests requests;
    private final Captchas captchas;
    private final AgreedConsents consents;
    private final People people;
    private final Invitations invitations;
    private final InvitationMail mail;
    private final RegistrationLimits limits;

    Reception(
            AccessRequests requests,
            Captchas captchas,
            AgreedConsents consents,
            People people,
            Invitations invitations,
            InvitationMail mail,
            RegistrationLimits limits) {
        this.requests = requests;
        this.captchas = captchas;
        this.consents = consents;
        this.people = people;
        this.invitations = invitations;
        this.mail = mail;
        this.limits = limits;
    }

    /**
     * Takes a request: somebody unknown gets an invitation, somebody invited it once more, somebody known a
     * reminder of the account. The code is taken in the same transaction, which commits a wrong answer, too: so
     * the second click on the button waits for the first and then finds what it has done.
     *
     * @return false if the code was wrong
     */
    @Transactional
    boolean submit(AccessRequest request, Set<ConsentKind> agreed, Locale read, CodeAnswer code) {
        if (requests.isTaken(request)) {
            return true;
        }
        if (!captchas.redeem(code.captcha(), FORM, code.typed())) {
            return requests.isTaken(request);
        }
        if (requests.ofLastHour(request.email()) >= limits.mailsPerMailbox()) {
            return true;
        }
        var stored = requests.store(request.with(consents.given(agreed, read)));
        if (stored.isEmpty()) {
            return true;
        }
        people.byEmail(request.email()).ifPresentOrElse(mail::postKnown, () -> invite(stored.get(), request));
        return true;
    }

    /**
     * What is wrong with the code of a form that has to come again anyway, or that came without a code. A right code
     * and its picture stay for the next time.
     */
    Optional<FieldProblem> problem(CodeAnswer code) {
        if (!captchas.enabled()) {
            return Optional.empty();
        }
        if (code.isMissing()) {
            return Optional.of(FieldProblem.of(CodeAnswer.FIELD, "registration.required.captchaCode"));
        }
        return captchas.solves(code.captcha(), FORM, code.typed()) ? Optional.empty() : Optional.of(CodeAnswer.WRONG);
    }

    /**
     * An invitation by the help desk or a company that waits at the address is sent anew instead: what it opens
     * others have decided, and nobody takes that away by asking for access.
     */
    private void invite(long stored, AccessRequest request) {
        invitations
                .waitingOfInviter(request.email())
                .ifPresentOrElse(
                        waiting -> invitations.issue(waiting, requests.find(waiting)),
                        () -> invitations.issue(stored, request));
    }
}
