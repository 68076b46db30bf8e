package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Page;
import si.podpora.web.RateLimits;

/** Somebody asks for access. */
@Controller
@Access(Access.To.ANYONE)
class AccessRequestController {

    /** A field that people do not see; what fills it in is a machine. */
    static final String HONEYPOT = "referral";

    private static final String SENT = "redirect:/registration/sent";

    private final Reception reception;
    private final AccessRequestPages pages;
    private final RegistrationLimits limits;
    private final RateLimits rates;

    AccessRequestController(
            Reception reception, AccessRequestPages pages, RegistrationLimits limits, RateLimits rates) {
        this.reception = reception;
        this.pages = pages;
        this.limits = limits;
        this.rates = rates;
    }

    @GetMapping("/registration")
    ModelAndView show(Form form, Page page, HttpServletRequest request) {
        return pages.form(form, request, page.locale(), HttpStatus.OK);
    }

    @PostMapping("/registration")
    ModelAndView create(@Valid NewAccessRequest typed, BindingResult errors, Page page, HttpServletRequest request) {
        var form = Form.of(request);
        var code = CodeAnswer.in(form);
        var found = Form.of(request, errors).problems();
        var problems = new ArrayList<>(AccessRequestCheck.problems(typed, found, form));
        if (!problems.isEmpty() || code.isMissing()) {
            reception.problem(code).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            return pages.form(form.with(problems), request, page.locale(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.allow(rates, request)) {
            var tooOften = FieldProblem.of("", "registration.request.tooOften");
            return pages.form(form.with(tooOften), request, page.locale(), HttpStatus.TOO_MANY_REQUESTS);
        }
        if (!form.value(HONEYPOT).isEmpty()) {
            return EvenTime.of(() -> new ModelAndView(SENT));
        }
        var checked = AccessRequestCheck.checked(
                typed, CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID));
        var taken = EvenTime.of(() -> reception.submit(checked, AgreedConsents.in(form), page.locale(), code));
        if (!taken) {
            return pages.form(form.with(CodeAnswer.WRONG), request, page.locale(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView(SENT);
    }

    @GetMapping("/registration/sent")
    String sent() {
        return "registration/sent";
    }
}
