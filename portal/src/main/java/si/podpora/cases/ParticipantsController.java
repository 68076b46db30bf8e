package si.podpora.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Who else takes part in a case, kept by its customer: colleagues, and others once the help desk confirms them. */
@Controller
@Access(Access.To.CUSTOMERS)
class ParticipantsController {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");

    private final CaseReading reading;
    private final Participants participants;

    ParticipantsController(CaseReading reading, Participants participants) {
        this.reading = reading;
        this.participants = participants;
    }

    @GetMapping("/cases/{number}/participants")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable String number, Form form) {
        return page(me, reading.facts(me, parsed(number)), form);
    }

    private ModelAndView page(Actor me, CaseFacts facts, Form form) {
        var managing = !CaseAccess.onlyParticipant(me, facts.head());
        return new ModelAndView("cases/participants")
                .addObject("facts", facts)
                .addObject("form", form)
                .addObject("me", me.id())
                .addObject("managing", managing)
                .addObject("colleagues", managing ? participants.colleagues(facts.head()) : List.of());
    }

    /** A colleague by key, or anybody by address. */
    @PostMapping("/cases/{number}/participants")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable String email,
            Form form,
            HttpServletResponse response) {
        var found = reading.facts(me, parsed(number));
        boolean takesPart;
        if (email != null) {
            var address = email.strip();
            if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
                return wrong(me, found, form, "email", "web.error.email");
            }
            takesPart = participants.ask(me, found.head().number(), address);
        } else if (person != null) {
            takesPart = participants.add(me, found.head().number(), person);
        } else {
            return wrong(me, found, form, "person", "participants.error.person");
        }
        Notices.leave(response, takesPart ? "participants.notice.added" : "participants.notice.asked");
        return new ModelAndView("redirect:" + found.path() + "/participants");
    }

    private ModelAndView wrong(Actor me, CaseFacts found, Form form, String field, String words) {
        return FormAgain.wrong(page(me, found, form.with(FieldProblem.of(field, words))));
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
