package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Network;
import si.podpora.web.RateLimits;

/** Who has forgotten the password asks for a link; the answer is the same whether the address is known or not. */
@Controller
class ForgottenPasswordController {

    private static final Duration HOUR = Duration.ofHours(1);

    private final PasswordResets resets;
    private final AccountErrands errands;
    private final RateLimits limits;

    ForgottenPasswordController(PasswordResets resets, AccountErrands errands, RateLimits limits) {
        this.resets = resets;
        this.errands = errands;
        this.limits = limits;
    }

    @GetMapping("/password/forgotten")
    @Access(Access.To.ANYONE)
    ModelAndView show(Form form) {
        return new ModelAndView("accounts/forgotten", Map.of("form", form));
    }

    @PostMapping("/password/forgotten")
    @Access(Access.To.ANYONE)
    ModelAndView create(@RequestParam(defaultValue = "") String email, Form form, HttpServletRequest request) {
        var address = People.canonical(email);
        if (!address.matches("[^@\\s]+@[^@\\s]+") || address.length() > 254) {
            return FormAgain.wrong(show(form.with(FieldProblem.of("email", "web.error.email"))));
        }
        limits.require("password-reset:network:" + Network.of(request), 20, HOUR);
        // Nobody's mailbox is flooded; who asks again and again is not told, for that would tell of the others.
        if (limits.allow("password-reset:address:" + address, 4, HOUR)) {
            resets.wish(address);
        }
        errands.runSoon();
        return new ModelAndView("redirect:/password/forgotten/sent");
    }

    @GetMapping("/password/forgotten/sent")
    @Access(Access.To.ANYONE)
    ModelAndView sent() {
        return new ModelAndView("accounts/forgotten-sent", Map.of("minutes", PasswordResets.VALID.toMinutes()));
    }
}
