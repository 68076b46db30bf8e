package si.podpora.helpdesk.merging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseHead;
import si.podpora.cases.CaseReading;
import si.podpora.cases.Links;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Which cases have to do with a case. */
@Controller
@Access(Access.To.STAFF)
class LinksController {

    private final TypedNumber numbers;
    private final CaseReading reading;
    private final Links links;

    LinksController(TypedNumber numbers, CaseReading reading, Links links) {
        this.numbers = numbers;
        this.reading = reading;
        this.links = links;
    }

    @GetMapping("/desk/cases/{number}/links")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable String number, Form typed) {
        return page(me, numbers.ofPage(me, number), typed);
    }

    @PostMapping("/desk/cases/{number}/links")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String other,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = numbers.ofPage(me, number);
        var form = Form.of(request);
        if (other.isBlank()) {
            return wrong(me, found, form, "web.error.required");
        }
        var linked = numbers.find(me, other);
        if (linked.isEmpty()) {
            return wrong(me, found, form, "merging.error.unknown");
        }
        if (!links.add(me, found.number(), linked.get().number())) {
            return wrong(me, found, form, "merging.error.itself");
        }
        Notices.leave(response, "merging.links.notice.added");
        return new ModelAndView("redirect:" + path(found));
    }

    @PostMapping("/desk/cases/{number}/links/{other}/removal")
    ModelAndView remove(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable String other,
            HttpServletResponse response) {
        var found = numbers.ofPage(me, number);
        var linked = numbers.find(me, other).orElseThrow(Refusal.NotFound::new);
        links.remove(me, found.number(), linked.number());
        Notices.leave(response, "merging.links.notice.removed");
        return new ModelAndView("redirect:" + path(found));
    }

    private ModelAndView wrong(Actor me, CaseHead found, Form form, String key) {
        return FormAgain.wrong(page(me, found, form.with(FieldProblem.of("other", key))));
    }

    private ModelAndView page(Actor me, CaseHead found, Form form) {
        return new ModelAndView("merging/links")
                .addObject("facts", reading.facts(me, found.number()))
                .addObject("form", form);
    }

    private static String path(CaseHead found) {
        return "/desk/cases/" + found.number() + "/links";
    }
}
