package si.podpora.helpdesk;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CasePresence;
import si.podpora.web.Access;

/** Who else of the help desk has a case open or writes in it: a piece of the page, and what the page says of itself. */
@Controller
@Access(Access.To.STAFF)
class PresenceController {

    private final CasePresence presence;

    PresenceController(CasePresence presence) {
        this.presence = presence;
    }

    @GetMapping("/desk/cases/{number}/presence")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable String number) {
        return new ModelAndView("deskcase/presence")
                .addObject("present", presence.others(me, CaseAddress.number(number)));
    }

    /** The page is open; the answer says who else is there. */
    @PostMapping("/desk/cases/{number}/presence")
    ModelAndView here(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean typing) {
        presence.here(me, CaseAddress.number(number), typing);
        return show(me, number);
    }

    @PostMapping("/desk/cases/{number}/presence-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(@AuthenticationPrincipal Actor me, @PathVariable String number) {
        presence.gone(me, CaseAddress.number(number));
    }
}
