package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.People;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.RateLimits;
import si.podpora.web.Refusal;

/** A new mail instead of an invitation that no longer serves; the answer is the same for every address. */
@Controller
@Access(Access.To.ANYONE)
class RenewalController {

    private final Renewals renewals;
    private final Invitations invitations;
    private final InvitationPages pages;
    private final RegistrationLimits limits;
    private final RateLimits rates;

    RenewalController(
            Renewals renewals,
            Invitations invitations,
            InvitationPages pages,
            RegistrationLimits limits,
            RateLimits rates) {
        this.renewals = renewals;
        this.invitations = invitations;
        this.pages = pages;
        this.limits = limits;
        this.rates = rates;
    }

    @GetMapping("/invitation/renewal")
    String show() {
        return "redirect:/invitation";
    }

    /** Goes to the address that the code was sent to, or to the typed one if there is no code. */
    @PostMapping("/invitation/renewal")
    ModelAndView create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email,
            Form form,
            HttpServletRequest request) {
        var typed = People.canonical(Typed.line(email));
        var address = code.isEmpty()
                ? typed
                : invitations.find(Typed.code(code)).map(Invitation::email).orElse("");
        if (code.isEmpty() && !typed.matches(Typed.ADDRESS)) {
            return pages.code(form.with(FieldProblem.of("email", "web.error.email")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.allow(rates, request)) {
            throw new Refusal.TooOften();
        }
        return EvenTime.of(() -> {
            if (!address.isEmpty() && limits.allowMail(rates, address)) {
                renewals.renew(address);
            }
            return new ModelAndView("redirect:/invitation/sent");
        });
    }

    @GetMapping("/invitation/sent")
    String sent() {
        return "registration/invitation-sent";
    }
}
