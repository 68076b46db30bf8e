package si.podpora.helpdesk;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.EventWords;
import si.podpora.web.Access;
import si.podpora.web.Form;

/** A case on the help desk's page, and as its customer sees it. */
@Controller
@Access(Access.To.STAFF)
class DeskCasesController {

    private final DeskCases cases;
    private final DeskPages pages;
    private final EventWords eventWords;

    DeskCasesController(DeskCases cases, DeskPages pages, EventWords eventWords) {
        this.cases = cases;
        this.pages = pages;
        this.eventWords = eventWords;
    }

    @GetMapping("/desk/cases/{number}")
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Long template,
            Form form) {
        return pages.opened(me, CaseAddress.number(number), before, form, template);
    }

    @GetMapping("/desk/cases/{number}/customer")
    ModelAndView customersView(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String before) {
        var view = new ModelAndView("helpdesk/customer");
        view.addObject("found", cases.asCustomer(me, CaseAddress.number(number), before));
        view.addObject("eventWords", eventWords);
        return view;
    }
}
