package si.podpora.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.files.Attachments;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Closes a case, with a reason if there is one to tell. */
@Controller
@Access(Access.To.CUSTOMERS)
class ClosureController {

    /** Characters. */
    static final int LONGEST_REASON = 1000;

    private final Closures closures;
    private final CaseAccess access;
    private final CasePages pages;
    private final Attachments attachments;

    ClosureController(Closures closures, CaseAccess access, CasePages pages, Attachments attachments) {
        this.closures = closures;
        this.access = access;
        this.pages = pages;
        this.attachments = attachments;
    }

    @PostMapping("/cases/{number}/closure")
    ModelAndView create(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = access.find(me, CaseNumber.parse(number).orElseThrow(Refusal.NotFound::new))
                .number();
        if (reason.length() > LONGEST_REASON) {
            var form = Form.of(request).with(FieldProblem.of("reason", "web.error.tooLong", "max", LONGEST_REASON));
            return pages.wrong(me, found, form, attachments.field(me, form));
        }
        closures.close(me, found, reason);
        Notices.leave(response, "cases.notice.closed");
        return new ModelAndView("redirect:/cases/" + found);
    }
}
