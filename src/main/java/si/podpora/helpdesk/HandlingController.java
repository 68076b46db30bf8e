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

/** Who works on a case, and where it stands. */
@Controller
@Access(Access.To.STAFF)
class HandlingController {

    private final Handling handling;

    HandlingController(Handling handling) {
        this.handling = handling;
    }

    /**
     * Takes the case, gives it to a colleague or back to the help desk.
     *
     * @param owner key of the person; null for the help desk
     */
    @PostMapping("/desk/cases/{number}/assignment")
    String assign(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long owner,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        handling.assign(me, asked, owner);
        Notices.leave(
                response,
                owner == null
                        ? "helpdesk.notice.released"
                        : owner == me.id() ? "helpdesk.notice.taken" : "helpdesk.notice.assigned");
        return CaseAddress.redirect(asked);
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
