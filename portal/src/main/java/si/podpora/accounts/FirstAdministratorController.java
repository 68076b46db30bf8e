package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Network;
import si.podpora.web.Notices;
import si.podpora.web.Page;
import si.podpora.web.RateLimits;

/** The link from the log of an empty portal. */
@Controller
@Access(Access.To.ANYONE)
class FirstAdministratorController {

    private final FirstAdministrator firstAdministrator;
    private final People people;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final RateLimits limits;

    FirstAdministratorController(
            FirstAdministrator firstAdministrator,
            People people,
            PasswordRules rules,
            Passwords passwords,
            RateLimits limits) {
        this.firstAdministrator = firstAdministrator;
        this.people = people;
        this.rules = rules;
        this.passwords = passwords;
        this.limits = limits;
    }

    @GetMapping("/first-administrator")
    ModelAndView show(@RequestParam(defaultValue = "") String code, Form typed) {
        return firstAdministrator.isGood(code) ? page(typed, code) : expired();
    }

    @PostMapping("/first-administrator")
    ModelAndView create(
            @RequestParam(defaultValue = "") String code,
            @Valid FirstAdministratorForm typed,
            BindingResult errors,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.require("first-administrator:" + Network.of(request), 30, Duration.ofMinutes(10));
        if (!firstAdministrator.isGood(code)) {
            return expired();
        }
        var form = Form.of(request, errors);
        if (!form.hasProblems()) {
            form = form.with(problems(typed));
        }
        if (form.hasProblems()) {
            return FormAgain.wrong(page(form, code));
        }
        var hash = passwords.hash(FirstAdministratorForm.text(typed.password()));
        if (firstAdministrator
                .create(code, typed.person(page.locale(), page.zone()), hash)
                .isEmpty()) {
            return expired();
        }
        Notices.leave(response, "accounts.notice.firstAdministrator");
        return new ModelAndView("redirect:/sign-in");
    }

    private ArrayList<FieldProblem> problems(FirstAdministratorForm typed) {
        var problems = new ArrayList<FieldProblem>();
        var email = FirstAdministratorForm.text(typed.email());
        if (people.byEmail(email).isPresent()) {
            problems.add(FieldProblem.of("email", "accounts.email.taken"));
        }
        people.usernameProblem("username", FirstAdministratorForm.text(typed.username()), email)
                .ifPresent(problems::add);
        var password = FirstAdministratorForm.text(typed.password());
        rules.check("password", password, typed.ownData())
                .or(() -> PasswordForm.difference(password, FirstAdministratorForm.text(typed.passwordConfirmation())))
                .ifPresent(problems::add);
        return problems;
    }

    private static ModelAndView page(Form form, String code) {
        return new ModelAndView("accounts/first-administrator", Map.of("form", form, "code", code));
    }

    private static ModelAndView expired() {
        var view = new ModelAndView("accounts/first-administrator-expired");
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}
