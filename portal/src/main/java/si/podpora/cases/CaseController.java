package si.podpora.cases;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.Refusal;

/** The page of a case. */
@Controller
class CaseController {

    private final CaseReading reading;
    private final CasePages pages;

    CaseController(CaseReading reading, CasePages pages) {
        this.reading = reading;
        this.pages = pages;
    }

    /** Another spelling of the number leads to the canonical address, the help desk to its own page. */
    @GetMapping("/cases/{number}")
    @Access(Access.To.SIGNED_IN)
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String before,
            Form typed,
            HttpServletRequest request) {
        var facts = reading.facts(me, CaseNumber.parse(number).orElseThrow(Refusal.NotFound::new));
        if (me.isStaff()) {
            return new ModelAndView("redirect:/desk" + facts.path());
        }
        if (!facts.head().number().text().equals(number)) {
            var query = request.getQueryString();
            return new ModelAndView("redirect:" + facts.path() + (query == null ? "" : "?" + query));
        }
        return pages.opened(me, facts, before, typed);
    }
}
