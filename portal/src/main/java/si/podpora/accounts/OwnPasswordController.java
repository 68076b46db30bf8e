package si.podpora.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.RateLimits;
import si.podpora.web.Refusal;

/** A signed-in person changes the password and has to know the old one. */
@Controller
@Access(Access.To.SIGNED_IN)
class OwnPasswordController {

    private final PasswordChanges changes;
    private final PasswordRules rules;
    private final OwnData ownData;
    private final Passwords passwords;
    private final People people;
    private final RateLimits limits;

    OwnPasswordController(
            PasswordChanges changes,
            PasswordRules rules,
            OwnData ownData,
            Passwords passwords,
            People people,
            RateLimits limits) {
        this.changes = changes;
        this.rules = rules;
        this.ownData = ownData;
        this.passwords = passwords;
        this.people = people;
        this.limits = limits;
    }

    @GetMapping("/profile/password")
    ModelAndView show(@AuthenticationPrincipal Actor me) {
        return page(Form.empty(), person(me));
    }

    @PostMapping("/profile/password")
    ModelAndView update(
            @AuthenticationPrincipal Actor me,
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordConfirmation,
            Form form,
            HttpServletResponse response) {
        limits.require("password-change:" + me.id(), 10, Duration.ofMinutes(10));
        var person = person(me);
        var found = form;
        if (!changes.isCurrent(me.id(), oldPassword)) {
            found = found.with(FieldProblem.of("oldPassword", "accounts.password.wrongOld"));
        }
        var problem = rules.check("password", password, ownData.of(person))
                .or(() -> PasswordForm.difference(password, passwordConfirmation));
        if (problem.isPresent()) {
            found = found.with(problem.get());
        }
        if (found.hasProblems()) {
            return FormAgain.wrong(page(found, person));
        }
        changes.set(me.id(), passwords.hash(password), me.sessionId());
        Notices.leave(response, "accounts.notice.ownPasswordChanged");
        return new ModelAndView("redirect:/profile/password");
    }

    private Person person(Actor me) {
        return people.find(me.id()).orElseThrow(Refusal.NotFound::new);
    }

    private static ModelAndView page(Form form, Person person) {
        return new ModelAndView("accounts/own-password", Map.of("form", form, "username", person.username()));
    }
}
