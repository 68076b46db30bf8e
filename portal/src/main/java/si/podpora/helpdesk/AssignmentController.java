package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import si.podpora.cases.Handling;
import si.podpora.helpdesk.assignment.Candidates;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** Who works on a case. A case that somebody has changes hands only with a reason, which the help desk keeps. */
@Controller
@Access(Access.To.STAFF)
class AssignmentController {

    private static final int LONGEST_REASON = 500;

    private final CaseReading reading;
    private final Candidates candidates;
    private final Handling handling;

    AssignmentController(CaseReading reading, Candidates candidates, Handling handling) {
        this.reading = reading;
        this.candidates = candidates;
        this.handling = handling;
    }

    /** Everybody whom it could be given to, the best first, with what speaks for and against. */
    @GetMapping("/desk/cases/{number}/assignment")
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String owner,
            Form typed) {
        return page(me, CaseAddress.number(number), typed.isEmpty() ? Form.of("owner", owner) : typed);
    }

    /**
     * Takes the case, gives it to a colleague or back to the help desk.
     *
     * @param owner key of the person; null for the help desk
     * @param reason null if the page did not ask for it, because nobody had the case when it was opened
     */
    @PostMapping("/desk/cases/{number}/assignment")
    ModelAndView assign(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long owner,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        var form = Form.of(request);
        var why = Objects.requireNonNullElse(reason, "").strip();
        if (why.length() > LONGEST_REASON) {
            return FormAgain.wrong(
                    page(me, asked, form.with(FieldProblem.of("reason", "web.error.tooLong", "max", LONGEST_REASON))));
        }
        if (!handling.assign(me, asked, owner, why)) {
            return reason == null
                    ? FormAgain.conflict(page(me, asked, form.with(taken(me, asked))))
                    : FormAgain.wrong(page(me, asked, form.with(FieldProblem.of("reason", "assignment.error.reason"))));
        }
        Notices.leave(
                response,
                owner == null
                        ? "helpdesk.notice.released"
                        : owner == me.id() ? "helpdesk.notice.taken" : "helpdesk.notice.assigned");
        return new ModelAndView(CaseAddress.redirect(asked));
    }

    /** A colleague was faster. */
    private FieldProblem taken(Actor me, CaseNumber number) {
        return FieldProblem.of(
                "reason",
                "assignment.error.taken",
                "name",
                reading.facts(me, number).head().ownerName());
    }

    private ModelAndView page(Actor me, CaseNumber number, Form form) {
        var facts = reading.facts(me, number);
        return new ModelAndView("assignment/assign")
                .addObject("facts", facts)
                .addObject("candidates", candidates.ranked(facts.head().id()))
                .addObject("me", me.id())
                .addObject("form", form);
    }
}
