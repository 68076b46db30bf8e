package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.ConsentKind;
import si.podpora.accounts.Passwords;
import si.podpora.accounts.Sessions;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;
import si.podpora.web.Page;

/** The person chooses user name and password, and is in. */
@Controller
@Access(Access.To.ANYONE)
class RedemptionController {

    private final Invitations invitations;
    private final InvitationPages pages;
    private final Redemptions redemptions;
    private final RedemptionCheck check;
    private final Passwords passwords;
    private final Sessions sessions;
    private final CsrfTokenRepository csrfTokens;

    RedemptionController(
            Invitations invitations,
            InvitationPages pages,
            Redemptions redemptions,
            RedemptionCheck check,
            Passwords passwords,
            Sessions sessions,
            CsrfTokenRepository csrfTokens) {
        this.invitations = invitations;
        this.pages = pages;
        this.redemptions = redemptions;
        this.check = check;
        this.passwords = passwords;
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
    }

    /** The address stays in the bar after an error, and who changes the language comes back here. */
    @GetMapping("/invitation/redemption")
    ModelAndView show(@RequestParam(defaultValue = "") String code, Form typed, Page page) {
        var invitation = invitations.find(code);
        if (invitation.isEmpty()) {
            return new ModelAndView("redirect:/invitation");
        }
        return invitation.get().state() == Invitation.State.OPEN
                ? pages.redemption(invitation.get(), code, typed, page.locale())
                : pages.ended(invitation.get().state(), code);
    }

    @PostMapping("/invitation/redemption")
    ModelAndView create(
            @Valid Redemption typed,
            BindingResult errors,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(request);
        var invitation = invitations.find(typed.code()).orElse(null);
        if (invitation == null) {
            return pages.unknown(form);
        }
        if (invitation.state() != Invitation.State.OPEN) {
            return pages.ended(invitation.state(), typed.code());
        }
        var problems =
                check.problems(typed, invitation, form, Form.of(request, errors).problems());
        if (!problems.isEmpty()) {
            return pages.redemption(invitation, typed.code(), form.with(problems), page.locale());
        }
        var hash = passwords.hash(typed.password());
        var person = redemptions.redeem(invitation, typed.username(), hash, agreed(invitation, form), page.locale());
        if (person.isEmpty()) {
            return meanwhile(typed, form, page.locale());
        }
        sessions.begin(person.getAsLong(), request, response);
        csrfTokens.saveToken(null, request, response);
        Notices.leave(response, check.welcome(invitation));
        return new ModelAndView("redirect:/");
    }

    private Set<ConsentKind> agreed(Invitation invitation, Form form) {
        return check.asksConsents(invitation) ? AgreedConsents.in(form) : Set.of();
    }

    /** Since the check somebody has taken the name, used the invitation or ended it. */
    private ModelAndView meanwhile(Redemption typed, Form form, Locale reader) {
        var now = invitations.find(typed.code()).orElseThrow();
        if (now.state() != Invitation.State.OPEN) {
            return pages.ended(now.state(), typed.code());
        }
        var problem =
                check.usernameProblem(typed, now).orElse(FieldProblem.of("", "registration.redemption.accountExists"));
        return pages.redemption(now, typed.code(), form.with(List.of(problem)), reader);
    }
}
