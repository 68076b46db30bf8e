package si.podpora.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Company;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.People;
import si.podpora.accounts.PhoneNumber;
import si.podpora.accounts.Salutation;
import si.podpora.web.FieldProblem;
import si.podpora.web.Words;

/** Checks an invitation of the help desk. */
@Component
class DirectInvitationCheck {

    private static final FieldOrder ORDER = FieldOrder.of(DirectInvitation.class, Stream.empty());

    private final People people;
    private final Invitations invitations;

    DirectInvitationCheck(People people, Invitations invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    /** Everything that is wrong, in the order of the page. Colleagues may know who has an account. */
    List<FieldProblem> problems(DirectInvitation typed, Company company, List<FieldProblem> found) {
        var all = new ArrayList<>(found);
        wrongNumber("phone", typed.phone(), company, all);
        wrongNumber("mobile", typed.mobile(), company, all);
        if (people.byEmail(typed.email()).isPresent()) {
            all.add(FieldProblem.of("email", "registration.desk.known"));
        } else if (invitations.colleagueWaits(People.canonical(typed.email()))) {
            all.add(FieldProblem.of("email", "registration.desk.colleagueWaits"));
        }
        if (Words.LANGUAGES.stream().noneMatch(one -> one.getLanguage().equals(typed.language()))) {
            all.add(FieldProblem.of("language", "web.error.invalid"));
        }
        return ORDER.firstOfEach(all);
    }

    AccessRequest checked(DirectInvitation typed, Company company, UUID formKey, long invitedBy) {
        return new AccessRequest(
                formKey,
                Salutation.of(typed.salutation()),
                typed.firstName(),
                typed.lastName(),
                People.canonical(typed.email()),
                e164(typed.phone(), company),
                e164(typed.mobile(), company),
                typed.department(),
                company.name(),
                company.taxNumber(),
                company.country(),
                Locale.of(typed.language()),
                List.of(),
                invitedBy,
                company.id(),
                CompanyRole.of(typed.role()),
                null);
    }

    private static void wrongNumber(String field, String typed, Company company, List<FieldProblem> all) {
        if (!typed.isEmpty() && PhoneNumber.parse(company.country(), typed).isEmpty()) {
            all.add(FieldProblem.of(field, PhoneNumber.INVALID));
        }
    }

    private static String e164(String typed, Company company) {
        return PhoneNumber.parse(company.country(), typed)
                .map(PhoneNumber::e164)
                .orElse("");
    }
}
