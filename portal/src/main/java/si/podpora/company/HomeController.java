package si.podpora.company;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.EventWords;
import si.podpora.web.Access;
import si.podpora.web.Notices;

/** The front door: visitors read what the portal is, customers what waits for them, the help desk goes on to its work. */
@Controller
class HomeController {

    private final WaitingForMe waiting;
    private final News news;
    private final EventWords eventWords;

    HomeController(WaitingForMe waiting, News news, EventWords eventWords) {
        this.waiting = waiting;
        this.news = news;
        this.eventWords = eventWords;
    }

    @GetMapping("/")
    @Access(Access.To.ANYONE)
    ModelAndView show(@AuthenticationPrincipal @Nullable Actor me) {
        if (me == null) {
            return new ModelAndView("web/home");
        }
        if (me.isStaff()) {
            return new ModelAndView("redirect:/desk");
        }
        return new ModelAndView("company/home")
                .addObject("me", me)
                .addObject("answers", waiting.answers(me))
                .addObject("doors", waiting.doors(me))
                .addObject("news", news.of(me))
                .addObject("eventWords", eventWords);
    }

    @PostMapping("/news/seen")
    @Access(Access.To.CUSTOMERS)
    String seen(@AuthenticationPrincipal Actor me, HttpServletResponse response) {
        news.seen(me);
        Notices.leave(response, "company.notice.seen");
        return "redirect:/";
    }
}
