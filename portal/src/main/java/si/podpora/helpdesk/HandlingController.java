package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
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

/** Where a case stands. */
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
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        handling.changeStatus(me, asked, status);
        Notices.leave(response, "helpdesk.notice.status");
        return CaseAddress.redirect(asked);
    }
}
