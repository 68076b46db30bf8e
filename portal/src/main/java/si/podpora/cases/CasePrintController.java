package si.podpora.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Refusal;

/** A case to print: its fields and its whole conversation, without anything to press. */
@Controller
class CasePrintController {

    private final CaseReading reading;
    private final EventWords eventWords;

    CasePrintController(CaseReading reading, EventWords eventWords) {
        this.reading = reading;
        this.eventWords = eventWords;
    }

    /** Each reads what is on the own page: the help desk's print holds internal notes, marked as such. */
    @GetMapping("/cases/{number}/print")
    @Access(Access.To.SIGNED_IN)
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String before) {
        var facts = reading.facts(me, CaseNumber.parse(number).orElseThrow(Refusal.NotFound::new));
        return new ModelAndView("cases/print")
                .addObject("facts", facts)
                .addObject("talk", reading.wholeTalk(me, facts.head(), before))
                .addObject("eventWords", eventWords)
                .addObject("path", (me.isStaff() ? "/desk" : "") + facts.path())
                .addObject("me", me.id());
    }
}
