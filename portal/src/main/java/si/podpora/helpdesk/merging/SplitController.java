package si.podpora.helpdesk.merging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.CaseReading;
import si.podpora.cases.Handling;
import si.podpora.cases.Splitting;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.FormKey;
import si.podpora.web.Notices;

/** Splits chosen notes off into a case of their own. */
@Controller
@Access(Access.To.STAFF)
class SplitController {

    private final TypedNumber numbers;
    private final CaseReading reading;
    private final Splitting splitting;
    private final Handling handling;

    SplitController(TypedNumber numbers, CaseReading reading, Splitting splitting, Handling handling) {
        this.numbers = numbers;
        this.reading = reading;
        this.splitting = splitting;
        this.handling = handling;
    }

    @GetMapping("/desk/cases/{number}/split")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable String number, Form typed) {
        var found = numbers.ofPage(me, number);
        var facts = reading.facts(me, found.number());
        return page(
                facts,
                typed.isEmpty()
                        ? Form.of("type", found.type().code(), "requester", Long.toString(found.requesterId()))
                        : typed);
    }

    @PostMapping("/desk/cases/{number}/split")
    ModelAndView split(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean take,
            @Valid SplitForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = numbers.ofPage(me, number);
        var facts = reading.facts(me, found.number());
        var form = Form.of(request);
        var problems = new ArrayList<>(Form.of(request, errors).problems());
        if (sent.notes().isEmpty()) {
            problems.add(FieldProblem.of("note", "merging.split.error.notes"));
        }
        if (splitting.candidates(found).stream().noneMatch(one -> one.id() == sent.requesterKey())) {
            problems.add(FieldProblem.of("requester", "merging.split.error.requester"));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(problem -> SplitForm.ORDER.indexOf(problem.field())));
            return wrong(facts, form.with(problems));
        }
        var made = splitting.split(me, found.number(), sent.notes(), sent.newCase(facts), sent.requesterKey());
        if (made.isEmpty()) {
            return wrong(facts, form.with(FieldProblem.of("note", "merging.split.error.gone")));
        }
        if (take) {
            handling.takeUnowned(me, made.get());
        }
        Notices.leave(response, "merging.split.notice");
        return new ModelAndView("redirect:/desk/cases/" + made.get());
    }

    private ModelAndView wrong(CaseFacts facts, Form form) {
        return FormAgain.wrong(page(facts, form));
    }

    private ModelAndView page(CaseFacts facts, Form form) {
        List<Splitting.Candidate> candidates = splitting.candidates(facts.head());
        return new ModelAndView("merging/split")
                .addObject("facts", facts)
                .addObject("form", form)
                .addObject("notes", splitting.notes(facts.head()))
                .addObject("candidates", candidates)
                .addObject("key", FormKey.of(form).toString());
    }
}
