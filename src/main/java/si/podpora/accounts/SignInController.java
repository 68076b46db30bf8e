package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.LocalPath;

/** Signing in and out. */
@Controller
class SignInController {

    private final SignIns signIns;
    private final Sessions sessions;
    private final CsrfTokenRepository csrfTokens;

    SignInController(SignIns signIns, Sessions sessions, CsrfTokenRepository csrfTokens) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
    }

    @GetMapping("/sign-in")
    @Access(Access.To.ANYONE)
    ModelAndView show(@RequestParam(defaultValue = "/") String next, Form form) {
        return new ModelAndView("accounts/sign-in", Map.of("form", form, "next", LocalPath.of(next)));
    }

    @PostMapping("/sign-in")
    @Access(Access.To.ANYONE)
    ModelAndView create(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = signIns.check(login, password);
        if (person.isEmpty()) {
            var wrong = form.with(FieldProblem.of("login", "accounts.signIn.wrong"));
            var view = new ModelAndView("accounts/sign-in", Map.of("form", wrong, "next", LocalPath.of(next)));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        sessions.begin(person.get(), request, response);
        csrfTokens.saveToken(null, request, response);
        return new ModelAndView("redirect:" + LocalPath.of(next));
    }

    @PostMapping("/sign-out")
    @Access(Access.To.ANYONE)
    String delete(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        csrfTokens.saveToken(null, request, response);
        return "redirect:/sign-in";
    }
}
