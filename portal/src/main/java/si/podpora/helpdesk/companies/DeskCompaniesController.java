package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.CompanyChanges;
import si.podpora.coverage.Agreements;
import si.podpora.coverage.Devices;
import si.podpora.coverage.Systems;
import si.podpora.registration.CountryOption;
import si.podpora.registration.TaxNumber;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;
import si.podpora.web.Words;

/** The list of companies, a company's page, and what a company says of itself. */
@Controller
@Access(Access.To.STAFF)
class DeskCompaniesController {

    private static final int PAGE = 50;

    /** Rows of each part on the company's page. */
    private static final int FEW = 8;

    private final CompanyList list;
    private final CompanyCards cards;
    private final CompanyBelongings belongings;
    private final CompanyChanges changes;
    private final Systems systems;
    private final Devices devices;
    private final Agreements agreements;
    private final Words words;
    private final Clock clock;

    DeskCompaniesController(
            CompanyList list,
            CompanyCards cards,
            CompanyBelongings belongings,
            CompanyChanges changes,
            Systems systems,
            Devices devices,
            Agreements agreements,
            Words words,
            Clock clock) {
        this.list = list;
        this.cards = cards;
        this.belongings = belongings;
        this.changes = changes;
        this.systems = systems;
        this.devices = devices;
        this.agreements = agreements;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/companies")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean unchecked,
            @RequestParam(required = false) @Nullable Long after) {
        var query = CompanyQuery.of(q, unchecked, after);
        var found = Shown.of(list.find(query, PAGE + 1), PAGE);
        return new ModelAndView("companies/list")
                .addObject("query", query)
                .addObject("companies", found)
                .addObject(
                        "next",
                        found.more() ? query.addressAfter(found.rows().getLast().id()) : null);
    }

    @GetMapping("/desk/companies/{company}")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable long company) {
        var card = cards.find(company).orElseThrow(Refusal.NotFound::new);
        var survivor = card.mergedInto();
        return survivor != null
                ? new ModelAndView("redirect:/desk/companies/" + survivor)
                : page(me, card, Form.of("name", card.name()));
    }

    /** Confirms a company that was to be checked. */
    @PostMapping("/desk/companies/{company}/check")
    ModelAndView check(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        var card = cards.require(company);
        var form = Form.of(request);
        if (name.isBlank()) {
            form = form.with(FieldProblem.of("name", "web.error.required"));
        } else if (name.strip().length() > 200) {
            form = form.with(FieldProblem.of("name", "web.error.tooLong", "max", 200));
        }
        if (form.hasProblems()) {
            var view = page(me, card, form);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        if (!changes.check(me, company, name)) {
            var view = page(me, card, form.with(FieldProblem.of("", "companies.error.checked")));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
        Notices.leave(response, "companies.notice.checked");
        return new ModelAndView("redirect:" + card.path());
    }

    @GetMapping("/desk/companies/new")
    ModelAndView blank(@AuthenticationPrincipal Actor me, Form typed) {
        return details(me, null, typed.isEmpty() ? Form.of("country", "SI") : typed);
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
            return wrong(details(me, null, withNumber(form)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var added = changes.add(me, Objects.requireNonNull(typed.name()), number.country(), number.value());
        if (added.isEmpty()) {
            return wrong(
                    details(me, null, form.with(FieldProblem.of("taxNumber", "companies.error.taxNumber"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Notices.leave(response, "companies.notice.added");
        return new ModelAndView("redirect:/desk/companies/" + added.get());
    }

    @GetMapping("/desk/companies/{company}/details")
    @Access(Access.To.SUPERVISORS)
    ModelAndView edit(@AuthenticationPrincipal Actor me, @PathVariable long company, Form typed) {
        var card = cards.require(company);
        return details(me, card, typed.isEmpty() ? DetailsForm.of(card) : typed);
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
            return wrong(details(me, card, withNumber(form)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var saved = changes.edit(
                company,
                Objects.requireNonNullElse(typed.version(), -1),
                Objects.requireNonNull(typed.name()),
                number.country(),
                number.value());
        return switch (saved) {
            case DONE -> {
                Notices.leave(response, "companies.notice.saved");
                yield new ModelAndView("redirect:" + card.path());
            }
            case TAKEN ->
                wrong(
                        details(me, card, form.with(FieldProblem.of("taxNumber", "companies.error.taxNumber"))),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case OVERTAKEN -> overtaken(me, company, form);
        };
    }

    /** What was typed, beside what somebody else has saved meanwhile. */
    private ModelAndView overtaken(Actor me, long company, Form form) {
        var now = cards.require(company);
        var view = details(me, now, form.with(FieldProblem.of("", "companies.error.overtaken")));
        view.addObject(
                "now",
                List.of(
                        new Meanwhile("companies.field.name", now.name()),
                        new Meanwhile("companies.field.taxNumber", now.country() + " " + now.taxNumber())));
        return wrong(view, HttpStatus.CONFLICT);
    }

    private static Form withNumber(Form form) {
        return form.hasProblems() ? form : form.with(FieldProblem.of("taxNumber", TaxNumber.INVALID));
    }

    private ModelAndView details(Actor me, @Nullable CompanyCard card, Form form) {
        return new ModelAndView("companies/details")
                .addObject("company", card)
                .addObject("form", form)
                .addObject("countries", CountryOption.all(words, me.locale()));
    }

    private static ModelAndView wrong(ModelAndView view, HttpStatus status) {
        view.setStatus(status);
        return view;
    }

    private ModelAndView page(Actor me, CompanyCard card, Form form) {
        return new ModelAndView("companies/company")
                .addObject("company", card)
                .addObject("form", form)
                .addObject("leads", me.isSupervisor())
                .addObject("today", LocalDate.ofInstant(clock.instant(), me.zone()))
                .addObject("people", Shown.of(belongings.people(card.id(), null, FEW + 1), FEW))
                .addObject("systems", Shown.of(systems.page(card.id(), null, FEW + 1), FEW))
                .addObject("devices", Shown.of(devices.page(card.id(), null, FEW + 1), FEW))
                .addObject("agreements", Shown.of(agreements.page(card.id(), null, FEW + 1), FEW))
                .addObject("cases", Shown.of(belongings.openCases(card.id(), FEW + 1), FEW));
    }
}
