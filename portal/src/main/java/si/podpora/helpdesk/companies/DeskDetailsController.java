package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.CompanyChanges;
import si.podpora.registration.CountryOption;
import si.podpora.registration.TaxNumber;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Words;

/** What a company is called and taxed by: a new company, and what is corrected of one. */
@Controller
@Access(Access.To.STAFF)
class DeskDetailsController {

    /** Another company has the tax number. */
    private static final FieldProblem TAKEN = FieldProblem.of("taxNumber", "companies.error.taxNumber");

    private final CompanyCards cards;
    private final CompanyChanges changes;
    private final Words words;

    DeskDetailsController(CompanyCards cards, CompanyChanges changes, Words words) {
        this.cards = cards;
        this.changes = changes;
        this.words = words;
    }

    @GetMapping("/desk/companies/new")
    ModelAndView blank(@AuthenticationPrincipal Actor me, Form typed) {
        return page(me, null, typed.isEmpty() ? Form.of("country", "SI") : typed);
    }

    @PostMapping("/desk/companies")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @Valid DetailsForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(request, errors);
        var number = errors.hasErrors() ? null : typed.number().orElse(null);
        if (number == null) {
            return FormAgain.wrong(page(me, null, withNumber(form)));
        }
        var added = changes.add(me, Objects.requireNonNull(typed.name()), number.country(), number.value());
        if (added.isEmpty()) {
            return FormAgain.wrong(page(me, null, form.with(TAKEN)));
        }
        return KeptPages.added(added.get(), response);
    }

    @GetMapping("/desk/companies/{company}/details")
    @Access(Access.To.SUPERVISORS)
    ModelAndView edit(@AuthenticationPrincipal Actor me, @PathVariable long company, Form typed) {
        var card = cards.require(company);
        return page(me, card, typed.isEmpty() ? DetailsForm.of(card) : typed);
    }

    @PostMapping("/desk/companies/{company}/details")
    @Access(Access.To.SUPERVISORS)
    ModelAndView save(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @Valid DetailsForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var card = cards.require(company);
        var form = Form.of(request, errors);
        var number = errors.hasErrors() ? null : typed.number().orElse(null);
        if (number == null) {
            return FormAgain.wrong(page(me, card, withNumber(form)));
        }
        var saved = changes.edit(
                company,
                Objects.requireNonNullElse(typed.version(), -1),
                Objects.requireNonNull(typed.name()),
                number.country(),
                number.value());
        return switch (saved) {
            case DONE -> KeptPages.saved(company, response);
            case TAKEN -> FormAgain.wrong(page(me, card, form.with(TAKEN)));
            case OVERTAKEN -> overtaken(me, company, form);
        };
    }

    /** What was typed, beside what somebody else has saved meanwhile. */
    private ModelAndView overtaken(Actor me, long company, Form form) {
        var now = cards.require(company);
        return KeptPages.overtaken(page(me, now, form.with(KeptPages.OVERTAKEN)), DetailsForm.meanwhile(now));
    }

    private static Form withNumber(Form form) {
        return form.hasProblems() ? form : form.with(FieldProblem.of("taxNumber", TaxNumber.INVALID));
    }

    private ModelAndView page(Actor me, @Nullable CompanyCard card, Form form) {
        return new ModelAndView("companies/details")
                .addObject("company", card)
                .addObject("form", form)
                .addObject("countries", CountryOption.all(words, me.locale()));
    }
}
