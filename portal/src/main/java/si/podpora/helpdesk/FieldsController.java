package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.CaseReading;
import si.podpora.cases.Corrections;
import si.podpora.coverage.Coverage;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** Corrects what a case says of itself. */
@Controller
@Access(Access.To.STAFF)
class FieldsController {

    private final CaseReading reading;
    private final Corrections corrections;
    private final Coverage coverage;

    FieldsController(CaseReading reading, Corrections corrections, Coverage coverage) {
        this.reading = reading;
        this.corrections = corrections;
        this.coverage = coverage;
    }

    @GetMapping("/desk/cases/{number}/fields")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable String number, Form form) {
        var facts = reading.facts(me, CaseAddress.number(number));
        return view(facts, form.isEmpty() ? FieldsForm.of(facts) : form);
    }

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
            return FormAgain.wrong(view(facts, Form.of(request, errors)));
        }
        corrections.edit(me, asked, fields.fields(facts.description()));
        Notices.leave(response, "helpdesk.notice.edited");
        return new ModelAndView(CaseAddress.redirect(asked));
    }

    private ModelAndView view(CaseFacts facts, Form form) {
        var company = facts.head().companyId();
        var view = new ModelAndView("helpdesk/fields");
        view.addObject("facts", facts);
        view.addObject("form", form);
        view.addObject("entitlements", company == null ? List.of() : coverage.allEntitlements(company));
        view.addObject("systems", company == null ? List.of() : coverage.systems(List.of(company)));
        return view;
    }
}
