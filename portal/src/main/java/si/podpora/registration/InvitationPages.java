package si.podpora.registration;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.ConsentKind;
import si.podpora.accounts.People;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;

/** The pages of "Prevzemi povabilo". */
@Component
class InvitationPages {

    private final AccessRequests requests;
    private final AgreedConsents consents;
    private final People people;
    private final CompanyInvitations joining;
    private final Hosts hosts;

    InvitationPages(
            AccessRequests requests, AgreedConsents consents, People people, CompanyInvitations joining, Hosts hosts) {
        this.joining = joining;
        this.hosts = hosts;
        this.requests = requests;
        this.consents = consents;
        this.people = people;
    }

    /** The field for the code; a code that nobody knows is told beside it, with the offer of a new mail. */
    ModelAndView code(Form form, HttpStatusCode status) {
        return new ModelAndView("registration/invitation", Map.of("form", form), status);
    }

    ModelAndView unknown(Form form) {
        return code(
                form.with(FieldProblem.of("code", "registration.invitation.unknown")),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Says why an invitation no longer serves, and offers a new mail. */
    ModelAndView ended(Invitation.State state, String code) {
        return new ModelAndView(
                "registration/invitation-ended",
                Map.of("state", state.name().toLowerCase(Locale.ROOT), "code", code),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** User name, password, and the consents that have not been asked for yet. */
    ModelAndView redemption(Invitation invitation, String code, Form form, Locale reader) {
        var request = requests.find(invitation.requestId());
        var model = new HashMap<String, Object>();
        hosts.of(request).ifPresent(host -> model.put("host", host));
        if (joining.joins(invitation, request)) {
            model.put("code", code);
            model.put("email", invitation.email());
            return new ModelAndView("registration/joining", model);
        }
        model.put("form", form.isEmpty() ? Form.of("username", suggestion(request)) : form);
        model.put("code", code);
        model.put("email", invitation.email());
        model.put("consents", asksConsents(request) ? consents.boxes(reader) : List.of());
        var status = form.hasProblems() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return new ModelAndView("registration/redemption", model, status);
    }

    /**
     * Whom the help desk has invited has agreed to nothing yet. A colleague is not asked: the vendor's own people
     * are not its customers, and what they are to the vendor rests on other grounds than consent.
     */
    static boolean asksConsents(AccessRequest request) {
        return request.staffRole() == null
                && Stream.of(ConsentKind.values())
                        .filter(ConsentKind::required)
                        .anyMatch(kind -> request.consents().stream().noneMatch(given -> given.kind() == kind));
    }

    /** A free user name made of the name: {@code janez.novak}; empty if none of the obvious ones is free. */
    private String suggestion(AccessRequest request) {
        var name = Normalizer.normalize(request.firstName() + "." + request.lastName(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", ".")
                .toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(1, 5)
                .mapToObj(i -> i == 1 ? name : name + i)
                .filter(free -> people.usernameProblem("username", free, request.email())
                        .isEmpty())
                .findFirst()
                .orElse("");
    }
}
