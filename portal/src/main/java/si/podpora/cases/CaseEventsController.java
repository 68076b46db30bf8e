package si.podpora.cases;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Refusal;

/** The stream of an open case page (HTML Standard, section 9.2, Server-sent events). */
@Controller
@Access(Access.To.SIGNED_IN)
class CaseEventsController {

    private final CaseAccess access;
    private final CaseStreams streams;

    CaseEventsController(CaseAccess access, CaseStreams streams) {
        this.access = access;
        this.streams = streams;
    }

    @GetMapping(path = "/cases/{number}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter show(@AuthenticationPrincipal Actor me, @PathVariable String number, HttpServletResponse response) {
        var found = access.find(me, CaseNumber.parse(number).orElseThrow(Refusal.NotFound::new));
        response.setHeader("Cache-Control", "no-store");
        // Asks a proxy in front not to hold the events back.
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(me, found.id());
    }
}
