package si.podpora.registration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;
import si.podpora.web.Page;

/**
 * Where the link of the mail leads. Mail scanners open links: showing an invitation changes nothing, and
 * neither does checking its code.
 */
@Controller
@Access(Access.To.ANYONE)
class InvitationController {

    private final Invitations invitations;
    private final CompanyInvitations joining;
    private final InvitationPages pages;

    InvitationController(Invitations invitations, CompanyInvitations joining, InvitationPages pages) {
        this.invitations = invitations;
        this.joining = joining;
        this.pages = pages;
    }

    @GetMapping("/invitation")
    ModelAndView show(@RequestParam(defaultValue = "") String code) {
        return pages.code(Form.of("code", Typed.code(code)), HttpStatus.OK);
    }

    @PostMapping("/invitation")
    ModelAndView check(@RequestParam(name = "code", defaultValue = "") String typed, Form form, Page page) {
        var code = Typed.code(typed);
        if (code.isEmpty()) {
            return pages.code(
                    form.with(FieldProblem.of("code", "registration.required.code")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var invitation = invitations.find(code);
        if (invitation.isEmpty()) {
            return pages.unknown(form);
        }
        if (invitation.get().state() != Invitation.State.OPEN) {
            return pages.ended(invitation.get().state(), code);
        }
        return pages.redemption(invitation.get(), code, Form.empty(), page.locale());
    }

    /** Somebody who has an account joins the company that the invitation is for. */
    @PostMapping("/invitation/joining")
    ModelAndView join(
            @RequestParam(name = "code", defaultValue = "") String typed,
            Form form,
            Page page,
            HttpServletResponse response) {
        var code = Typed.code(typed);
        var invitation = invitations.find(code);
        if (invitation.isEmpty()) {
            return pages.unknown(form);
        }
        if (invitation.get().state() != Invitation.State.OPEN || !joining.join(invitation.get())) {
            var now = invitations.find(code).orElseThrow();
            return now.state() == Invitation.State.OPEN
                    ? pages.redemption(now, code, Form.empty(), page.locale())
                    : pages.ended(now.state(), code);
        }
        Notices.leave(response, "registration.notice.joined");
        return new ModelAndView("redirect:/sign-in");
    }
}
