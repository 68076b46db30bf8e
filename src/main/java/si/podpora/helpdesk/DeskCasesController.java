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
import si.podpora.files.Attachments;
import si.podpora.web.Access;
import si.podpora.web.Form;

/** A case on the help desk's page, and as its customer sees it. */
@Controller
@Access(Access.To.STAFF)
class DeskCasesController {

    private final DeskCases cases;
    private final Attachments attachments;
    private final EventWords eventWords;

    DeskCasesController(DeskCases cases, Attachments attachments, EventWords eventWords) {
        this.cases = cases;
        this.attachments = attachments;
        this.eventWords = eventWords;
    }

    @GetMapping("/desk/cases/{number}")
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String before,
            Form form) {
        var found = cases.find(me, CaseAddress.number(number), before);
        var view = new ModelAndView("helpdesk/case");
        view.addObject("found", found);
        view.addObject("eventWords", eventWords);
        view.addObject("form", form.isEmpty() ? Answer.blank(found) : form);
        view.addObject("me", me.id());
        view.addObject("upload", attachments.field(me, form));
        return view;
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
