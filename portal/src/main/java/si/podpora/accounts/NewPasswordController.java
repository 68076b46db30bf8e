package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Network;
import si.podpora.web.Notices;
import si.podpora.web.RateLimits;

/** The link for a new password. Opening it changes nothing; only sending the form uses it up. */
@Controller
class NewPasswordController {

    private final PasswordResets resets;
    private final PasswordRules rules;
    private final OwnData ownData;
    private final Passwords passwords;
    private final RateLimits limits;

    NewPasswordController(
            PasswordResets resets, PasswordRules rules, OwnData ownData, Passwords passwords, RateLimits limits) {
        this.resets = resets;
        this.rules = rules;
        this.ownData = ownData;
        this.passwords = passwords;
        this.limits = limits;
    }

    @GetMapping("/password/new")
    @Access(Access.To.ANYONE)
    ModelAndView show(@RequestParam(defaultValue = "") String code) {
        return resets.owner(code)
                .map(person -> page(Form.empty(), code, person))
                .orElseGet(NewPasswordController::expired);
    }

    @PostMapping("/password/new")
    @Access(Access.To.ANYONE)
    ModelAndView create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordConfirmation,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.require("password-new:" + Network.of(request), 60, Duration.ofHours(1));
        var owner = resets.owner(code);
        if (owner.isEmpty()) {
            return expired();
        }
        var problem = rules.check("password", password, ownData.of(owner.get()))
                .or(() -> PasswordForm.difference(password, passwordConfirmation));
        if (problem.isPresent()) {
            return FormAgain.wrong(page(form.with(problem.get()), code, owner.get()));
        }
        if (!resets.redeem(code, passwords.hash(password))) {
            return expired();
        }
        Notices.leave(response, "accounts.notice.passwordChanged");
        return new ModelAndView("redirect:/sign-in");
    }

    private static ModelAndView page(Form form, String code, Person person) {
        return new ModelAndView(
                "accounts/new-password", Map.of("form", form, "code", code, "username", person.username()));
    }

    private static ModelAndView expired() {
        var view = new ModelAndView("accounts/link-expired");
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}
