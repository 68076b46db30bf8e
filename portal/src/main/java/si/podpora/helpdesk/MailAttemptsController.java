package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.mail.Mails;
import si.podpora.web.Access;
import si.podpora.web.Notices;

/** Has mails about a case that could not be delivered tried again. */
@Controller
@Access(Access.To.STAFF)
class MailAttemptsController {

    private final CaseAccess access;
    private final Mails mails;

    MailAttemptsController(CaseAccess access, Mails mails) {
        this.access = access;
        this.mails = mails;
    }

    @PostMapping("/desk/cases/{number}/mails/{id}/attempts")
    String create(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable long id,
            HttpServletResponse response) {
        var found = access.find(me, CaseAddress.number(number));
        var tried = mails.retry("case-" + found.id(), id);
        Notices.leave(response, tried ? "helpdesk.notice.retried" : "helpdesk.notice.notFailed");
        return CaseAddress.redirect(found.number());
    }
}
