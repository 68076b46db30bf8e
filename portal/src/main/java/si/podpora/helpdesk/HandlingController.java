package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import si.podpora.accounts.Actor;
import si.podpora.cases.Handling;
import si.podpora.cases.StatusReason;
import si.podpora.web.Access;
import si.podpora.web.Notices;

/** Where a case stands. Who has chosen on a page that a colleague has overtaken is told so. */
@Controller
@Access(Access.To.STAFF)
class HandlingController {

    private final Handling handling;

    HandlingController(Handling handling) {
        this.handling = handling;
    }

    @PostMapping("/desk/cases/{number}/status")
    String changeStatus(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam StatusReason status,
            @RequestParam(required = false) @Nullable StatusReason was,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        var set = handling.changeStatus(me, asked, status, was);
        Notices.leave(response, set ? "helpdesk.notice.status" : "helpdesk.notice.statusOvertaken");
        return CaseAddress.redirect(asked);
    }
}
