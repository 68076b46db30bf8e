package si.podpora.helpdesk;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;

/** What the saved views hold now, by key; the queue's page asks for it once it stands. */
@Controller
@Access(Access.To.STAFF)
class SavedViewCountsController {

    private final SavedViews views;
    private final SavedViewCounts counts;

    SavedViewCountsController(SavedViews views, SavedViewCounts counts) {
        this.views = views;
        this.counts = counts;
    }

    @GetMapping(path = "/desk/views/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<Long, String> show(@AuthenticationPrincipal Actor me) {
        return counts.of(me, views.all(me));
    }
}
