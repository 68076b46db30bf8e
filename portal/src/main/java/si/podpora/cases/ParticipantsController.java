package si.podpora.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Who else takes part in a case, kept by its customer: colleagues of the own company. */
@Controller
@Access(Access.To.CUSTOMERS)
class ParticipantsController {

    private final CaseReading reading;
    private final Participants participants;

    ParticipantsController(CaseReading reading, Participants participants) {
        this.reading = reading;
        this.participants = participants;
    }

    @GetMapping("/cases/{number}/participants")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable String number) {
        var facts = reading.facts(me, parsed(number));
        var managing = !CaseAccess.onlyParticipant(me, facts.head());
        return new ModelAndView("cases/participants")
                .addObject("facts", facts)
                .addObject("me", me.id())
                .addObject("managing", managing)
                .addObject("colleagues", managing ? participants.colleagues(facts.head()) : List.of());
    }

    @PostMapping("/cases/{number}/participants")
    String add(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam long person,
            HttpServletResponse response) {
        var found = reading.facts(me, parsed(number));
        participants.add(me, found.head().number(), person);
        Notices.leave(response, "participants.notice.added");
        return "redirect:" + found.path() + "/participants";
    }

    @PostMapping("/cases/{number}/participants/{person}/removal")
    String remove(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable long person,
            HttpServletResponse response) {
        var found = reading.facts(me, parsed(number));
        participants.remove(me, found.head().number(), person);
        Notices.leave(response, "participants.notice.removed");
        var stays = person != me.id() || !CaseAccess.onlyParticipant(me, found.head());
        return "redirect:" + (stays ? found.path() + "/participants" : "/cases");
    }

    private static CaseNumber parsed(String number) {
        return CaseNumber.parse(number).orElseThrow(Refusal.NotFound::new);
    }
}
