package si.podpora.helpdesk.merging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseHead;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseReading;
import si.podpora.cases.Merging;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** Merges a case into another: choose the one that stays, see who will read more, confirm. */
@Controller
@Access(Access.To.STAFF)
class MergeController {

    private final TypedNumber numbers;
    private final CaseReading reading;
    private final OtherCases others;
    private final Merging merging;

    MergeController(TypedNumber numbers, CaseReading reading, OtherCases others, Merging merging) {
        this.numbers = numbers;
        this.reading = reading;
        this.others = others;
        this.merging = merging;
    }

    @GetMapping("/desk/cases/{number}/merge")
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String into,
            Form typed) {
        var from = numbers.ofPage(me, number);
        if (!TypedNumber.isOwn(from, number)) {
            return new ModelAndView("redirect:" + path(from.number()));
        }
        var asked = into.isBlank() ? typed.value("into") : into;
        return asked.isBlank()
                ? choice(from, Form.empty())
                : chosen(me, from, asked, typed.isEmpty() ? Form.of("into", asked) : typed);
    }

    @PostMapping("/desk/cases/{number}/merge")
    ModelAndView merge(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from = numbers.ofPage(me, number);
        if (!TypedNumber.isOwn(from, number)) {
            return gone(from.number(), response);
        }
        var form = Form.of(request);
        var other = numbers.find(me, into);
        var problem = problem(from, into, other);
        if (problem.isPresent() || other.isEmpty()) {
            return chosen(me, from, into, form);
        }
        if (!sure && merging.readers(from, other.get()).gain()) {
            return FormAgain.wrong(confirmation(
                    me, from, other.get(), form.with(FieldProblem.of("sure", "merging.error.unconfirmed"))));
        }
        return switch (merging.merge(me, from.number(), other.get().number(), seal)) {
            case Merging.Outcome.Merged done -> {
                Notices.leave(response, "merging.notice.merged");
                yield new ModelAndView("redirect:" + path(done.into()));
            }
            case Merging.Outcome.Gone gone -> gone(gone.into(), response);
            case Merging.Outcome.Refused ignored -> chosen(me, from, into, form);
            case Merging.Outcome.Unconfirmed ignored ->
                FormAgain.conflict(confirmation(
                        me,
                        from,
                        other.get(),
                        Form.of("into", into).with(FieldProblem.of("", "merging.error.overtaken"))));
        };
    }

    private static ModelAndView gone(CaseNumber into, HttpServletResponse response) {
        Notices.leave(response, "merging.notice.gone");
        return new ModelAndView("redirect:" + path(into));
    }

    /** What follows from the number that was typed: what is wrong with it, or what would happen. */
    private ModelAndView chosen(Actor me, CaseHead from, String typed, Form form) {
        var other = numbers.find(me, typed);
        var problem = problem(from, typed, other);
        if (problem.isPresent() || other.isEmpty()) {
            return FormAgain.wrong(choice(from, form.with(problem.stream().toList())));
        }
        return confirmation(me, from, other.get(), form);
    }

    private static Optional<FieldProblem> problem(CaseHead from, String typed, Optional<CaseHead> other) {
        if (typed.isBlank()) {
            return Optional.of(FieldProblem.of("into", "web.error.required"));
        }
        return other.isEmpty()
                ? Optional.of(FieldProblem.of("into", "merging.error.unknown"))
                : Merging.problem(from, other.get()).map(key -> FieldProblem.of("into", key));
    }

    private ModelAndView choice(CaseHead from, Form form) {
        return new ModelAndView("merging/merge")
                .addObject("from", from)
                .addObject("form", form)
                .addObject("others", others.open(from));
    }

    private ModelAndView confirmation(Actor me, CaseHead from, CaseHead into, Form form) {
        return new ModelAndView("merging/merge-confirm")
                .addObject("from", reading.facts(me, from.number()))
                .addObject("into", reading.facts(me, into.number()))
                .addObject("readers", merging.readers(from, into))
                .addObject("form", form);
    }

    private static String path(CaseNumber number) {
        return "/desk/cases/" + number;
    }
}
