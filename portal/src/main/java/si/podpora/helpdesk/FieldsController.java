package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Colleagues;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.CaseReading;
import si.podpora.cases.Corrections;
import si.podpora.coverage.Coverage;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Words;

/** Corrects what a case says of itself. */
@Controller
@Access(Access.To.STAFF)
class FieldsController {

    /** As many as a person can choose from. */
    private static final int REQUESTERS = 200;

    private final CaseReading reading;
    private final Corrections corrections;
    private final Coverage coverage;
    private final Colleagues colleagues;
    private final Words words;

    FieldsController(
            CaseReading reading, Corrections corrections, Coverage coverage, Colleagues colleagues, Words words) {
        this.reading = reading;
        this.corrections = corrections;
        this.coverage = coverage;
        this.colleagues = colleagues;
        this.words = words;
    }

    @GetMapping("/desk/cases/{number}/fields")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable String number, Form form) {
        var facts = reading.facts(me, CaseAddress.number(number));
        return view(me, facts, form.isEmpty() ? FieldsForm.of(facts) : form);
    }

    /** 409 if a colleague has corrected them since the page was made: each field that differs says what it is now. */
    @PostMapping("/desk/cases/{number}/fields")
    ModelAndView edit(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @Valid FieldsForm fields,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        var facts = reading.facts(me, asked);
        if (errors.hasErrors()) {
            return FormAgain.wrong(view(me, facts, Form.of(request, errors)));
        }
        if (isStranger(facts, fields.requester())) {
            return FormAgain.wrong(
                    view(me, facts, Form.of(request).with(FieldProblem.of("requester", "helpdesk.error.requester"))));
        }
        if (!corrections.edit(me, asked, fields.fields(facts.description()), fields.seen())) {
            var now = reading.facts(me, asked);
            return FormAgain.conflict(view(me, now, Form.of(request).with(fields.overtaken(now, me.locale(), words)))
                    .addObject("seen", now.fields().mark()));
        }
        Notices.leave(response, "helpdesk.notice.edited");
        return new ModelAndView(CaseAddress.redirect(asked));
    }

    private boolean isStranger(CaseFacts facts, @Nullable Long requester) {
        var company = facts.head().companyId();
        return requester != null
                && requester != facts.head().requesterId()
                && (company == null || !colleagues.belongs(company, requester));
    }

    /** Whose an open case can be: whose it is first, even if that person has left, and the company's others. */
    private Map<String, String> requesters(CaseFacts facts, Locale language) {
        var company = facts.head().companyId();
        var choice = new LinkedHashMap<String, String>();
        if (company == null || facts.head().closed()) {
            return choice;
        }
        var now = facts.head().requesterId();
        choice.put(
                Long.toString(now),
                colleagues.belongs(company, now)
                        ? facts.requester()
                        : words.say(language, "helpdesk.fields.requester.left", "name", facts.requester()));
        colleagues
                .besides(company, now, REQUESTERS)
                .forEach(one -> choice.put(Long.toString(one.personId()), one.fullName()));
        return choice;
    }

    private ModelAndView view(Actor me, CaseFacts facts, Form form) {
        var company = facts.head().companyId();
        var view = new ModelAndView("helpdesk/fields");
        view.addObject("facts", facts);
        view.addObject("form", form);
        view.addObject("seen", form.value("seen"));
        view.addObject("requesters", requesters(facts, me.locale()));
        view.addObject("entitlements", company == null ? List.of() : coverage.allEntitlements(company));
        view.addObject("systems", company == null ? List.of() : coverage.systems(List.of(company)));
        return view;
    }
}
