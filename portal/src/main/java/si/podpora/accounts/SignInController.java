package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
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
import si.podpora.web.FormAgain;
import si.podpora.web.LocalPath;
import si.podpora.web.Network;

/** Signing in and out. */
@Controller
class SignInController {

    private final SignIns signIns;
    private final Sessions sessions;
    private final AccountErrands errands;
    private final CsrfTokenRepository csrfTokens;

    SignInController(SignIns signIns, Sessions sessions, AccountErrands errands, CsrfTokenRepository csrfTokens) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.errands = errands;
        this.csrfTokens = csrfTokens;
    }

    @GetMapping("/sign-in")
    @Access(Access.To.ANYONE)
    ModelAndView show(@RequestParam(defaultValue = "/") String next, Form form) {
        return page(form, next);
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
        return switch (signIns.attempt(login, password, Network.of(request))) {
            case SignIns.Outcome.In person -> {
                sessions.begin(person.personId(), request, response);
                csrfTokens.saveToken(null, request, response);
                yield new ModelAndView("redirect:" + LocalPath.of(next));
            }
            case SignIns.Outcome.Wrong wrong ->
                FormAgain.wrong(page(form.with(FieldProblem.of("login", "accounts.signIn.wrong")), next));
            case SignIns.Outcome.Wait blocked -> {
                errands.runSoon();
                yield wait(form, next, blocked.left(), response);
            }
        };
    }

    @PostMapping("/sign-out")
    @Access(Access.To.ANYONE)
    String delete(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        csrfTokens.saveToken(null, request, response);
        return "redirect:/sign-in";
    }

    private static ModelAndView wait(Form form, String next, Duration wait, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        var minutes = wait.plusSeconds(59).toMinutes();
        var view = page(form.with(FieldProblem.of("login", "accounts.signIn.wait", "minutes", minutes)), next);
        view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return view;
    }

    private static ModelAndView page(Form form, String next) {
        return new ModelAndView("accounts/sign-in", Map.of("form", form, "next", LocalPath.of(next)));
    }
}
