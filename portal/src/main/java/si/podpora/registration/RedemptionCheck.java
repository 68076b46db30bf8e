package si.podpora.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import si.podpora.accounts.PasswordRules;
import si.podpora.accounts.People;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;

/** Checks user name, password and consents of a redemption. */
@Component
class RedemptionCheck {

    private static final List<String> ORDER = List.of("username", "password", "passwordConfirmation");

    private final AccessRequests requests;
    private final People people;
    private final PasswordRules rules;

    RedemptionCheck(AccessRequests requests, People people, PasswordRules rules) {
        this.requests = requests;
        this.people = people;
        this.rules = rules;
    }

    /** Everything that is wrong, one finding a field, in the order of the page. */
    List<FieldProblem> problems(Redemption typed, Invitation invitation, Form form, List<FieldProblem> found) {
        var request = requests.find(invitation.requestId());
        var all = new ArrayList<FieldProblem>();
        for (var field : ORDER) {
            found.stream()
                    .filter(problem -> problem.field().equals(field))
                    .findFirst()
                    .or(() -> problem(field, typed, request))
                    .ifPresent(all::add);
        }
        if (InvitationPages.asksConsents(request)) {
            all.addAll(AgreedConsents.problems(form));
        }
        return all;
    }

    Optional<FieldProblem> usernameProblem(Redemption typed, Invitation invitation) {
        return people.usernameProblem("username", typed.username(), invitation.email());
    }

    boolean asksConsents(Invitation invitation) {
        return InvitationPages.asksConsents(requests.find(invitation.requestId()));
    }

    /** The key of what somebody is told who has just come in. */
    String welcome(Invitation invitation) {
        var request = requests.find(invitation.requestId());
        if (request.staffRole() != null) {
            return "registration.notice.colleague";
        }
        return request.companyId() != null ? "registration.notice.member" : "registration.notice.welcome";
    }

    private Optional<FieldProblem> problem(String field, Redemption typed, AccessRequest request) {
        return switch (field) {
            case "username" -> people.usernameProblem(field, typed.username(), request.email());
            case "password" ->
                rules.check(
                        field,
                        typed.password(),
                        List.of(
                                request.firstName(),
                                request.lastName(),
                                request.email(),
                                typed.username(),
                                request.companyName()));
            default ->
                typed.password().equals(typed.passwordConfirmation())
                        ? Optional.empty()
                        : Optional.of(FieldProblem.of(field, "registration.redemption.different"));
        };
    }
}
