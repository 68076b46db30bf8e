package si.podpora.helpdesk;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;

/** The queue of all cases. */
@Controller
@Access(Access.To.STAFF)
class QueueController {

    private final Queue queue;
    private final QueueMenus menus;

    QueueController(Queue queue, QueueMenus menus) {
        this.queue = queue;
        this.menus = menus;
    }

    @GetMapping("/desk")
    ModelAndView show(@AuthenticationPrincipal Actor me, @RequestParam Map<String, String> parameters) {
        var view = new ModelAndView("helpdesk/queue");
        var menu = menus.of(me, QueueFilter.of(parameters, List.of()));
        var saved = parameters.containsKey("saved") ? menu.saved(parameters.get("saved")) : null;
        view.addObject("queue", queue.page(me, QueueQuery.of(parameters, saved), menu));
        return view;
    }
}
