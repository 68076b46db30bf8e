package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseReading;
import si.podpora.cases.Participants;
import si.podpora.web.Access;
import si.podpora.web.Notices;

/** Who else takes part in a case, kept by the help desk: anybody with an account, from outside once confirmed. */
@Controller
@Access(Access.To.STAFF)
class DeskParticipantsController {

    private final CaseReading reading;
    private final Participants participants;

    DeskParticipantsController(CaseReading reading, Participants participants) {
        this.reading = reading;
        this.participants = participants;
    }

    @GetMapping("/desk/cases/{number}/participants")
    ModelAndView show(
            @AuthenticationPrincipal Actor me, @PathVariable String number, @RequestParam(defaultValue = "") String q) {
        var facts = reading.facts(me, CaseAddress.number(number));
        var typed = q.strip();
        return new ModelAndView("deskcase/participants")
                .addObject("facts", facts)
                .addObject("typed", typed)
                .addObject(
                        "candidates",
                        typed.isEmpty()
                                ? participants.colleagues(facts.head())
                                : participants.search(facts.head(), typed));
    }

    @PostMapping("/desk/cases/{number}/participants")
    String add(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam long person,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        var joined = participants.add(me, asked, person);
        Notices.leave(response, joined ? "participants.notice.added" : "participants.notice.waiting");
        return back(asked);
    }

    @PostMapping("/desk/cases/{number}/participants/{person}/confirmation")
    String confirm(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable long person,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        participants.confirm(me, asked, person);
        Notices.leave(response, "participants.notice.added");
        return back(asked);
    }

    @PostMapping("/desk/cases/{number}/participants/{person}/removal")
    String remove(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable long person,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        participants.remove(me, asked, person);
        Notices.leave(response, "participants.notice.removed");
        return back(asked);
    }

    private static String back(CaseNumber number) {
        return CaseAddress.redirect(number) + "/participants";
    }
}
