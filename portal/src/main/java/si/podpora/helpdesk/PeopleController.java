package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Staff;
import si.podpora.web.Access;
import si.podpora.web.Notices;

/** Who works at the help desk. */
@Controller
@Access(Access.To.ADMINISTRATORS)
class PeopleController {

    private final Staff staff;
    private final Departures departures;

    PeopleController(Staff staff, Departures departures) {
        this.staff = staff;
        this.departures = departures;
    }

    @GetMapping("/desk/people")
    ModelAndView show(@AuthenticationPrincipal Actor me) {
        var view = new ModelAndView("helpdesk/people");
        view.addObject("members", staff.members());
        view.addObject("me", me.id());
        return view;
    }

    @PostMapping("/desk/people/{id}/departure")
    String end(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        departures.end(me, id);
        Notices.leave(response, "helpdesk.notice.ended");
        return "redirect:/desk/people";
    }
}
