package si.podpora.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Where a person is signed in. */
@Controller
@Access(Access.To.SIGNED_IN)
class SessionsController {

    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/profile/sessions")
    ModelAndView show(@AuthenticationPrincipal Actor me) {
        return new ModelAndView("accounts/sessions", Map.of("sessions", sessions.of(me), "currentId", me.sessionId()));
    }

    @PostMapping("/profile/sessions/{id}/closure")
    String end(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        if (!sessions.endOne(me, id)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, "accounts.notice.sessionEnded");
        return "redirect:/profile/sessions";
    }

    @PostMapping("/profile/sessions/closure")
    String endOthers(@AuthenticationPrincipal Actor me, HttpServletResponse response) {
        sessions.endAll(me.id(), me.sessionId());
        Notices.leave(response, "accounts.notice.sessionsEnded");
        return "redirect:/profile/sessions";
    }
}
