package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNews;
import si.podpora.web.Access;

/** The stream of an open queue: it says only that some case has changed, and the page asks for itself again. */
@Controller
@Access(Access.To.STAFF)
class QueueEventsController {

    private final CaseNews news;

    QueueEventsController(CaseNews news) {
        this.news = news;
    }

    @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter show(@AuthenticationPrincipal Actor me, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        // Asks a proxy in front not to hold the events back.
        response.setHeader("X-Accel-Buffering", "no");
        return news.ofAll(me);
    }
}
