package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.coverage.Agreement;
import si.podpora.coverage.Agreements;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** The entitlements of a company: all of the help desk see them, who leads it keeps them. */
@Controller
@Access(Access.To.SUPERVISORS)
class DeskEntitlementsController {

    private static final int PAGE = 50;

    private final CompanyCards cards;
    private final Agreements agreements;
    private final Clock clock;

    DeskEntitlementsController(CompanyCards cards, Agreements agreements, Clock clock) {
        this.cards = cards;
        this.agreements = agreements;
        this.clock = clock;
    }

    @GetMapping("/desk/companies/{company}/entitlements")
    @Access(Access.To.STAFF)
    ModelAndView list(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @RequestParam(required = false) @Nullable Long after) {
        return new ModelAndView("companies/entitlements")
                .addObject("company", cards.require(company))
                .addObject("leads", me.isSupervisor())
                .addObject("today", today(me))
                .addObject("agreements", Shown.of(agreements.page(company, after, PAGE + 1), PAGE));
    }

    @GetMapping("/desk/companies/{company}/entitlements/new")
    ModelAndView blank(@AuthenticationPrincipal Actor me, @PathVariable long company, Form typed) {
        return page(company, null, typed.isEmpty() ? AgreementForm.blank(today(me)) : typed);
    }

    @PostMapping("/desk/companies/{company}/entitlements")
    ModelAndView add(
            @PathVariable long company,
            @Valid AgreementForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(request, errors).with(typed.problems());
        if (form.hasProblems()) {
            return FormAgain.wrong(page(company, null, form));
        }
        agreements.add(company, typed.agreement(0));
        return KeptPages.added(company, response);
    }

    @GetMapping("/desk/companies/{company}/entitlements/{id}")
    ModelAndView edit(@PathVariable long company, @PathVariable long id, Form typed) {
        var agreement = require(company, id);
        return page(company, agreement, typed.isEmpty() ? AgreementForm.of(agreement) : typed);
    }

    @PostMapping("/desk/companies/{company}/entitlements/{id}")
    ModelAndView save(
            @PathVariable long company,
            @PathVariable long id,
            @Valid AgreementForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var agreement = require(company, id);
        var form = Form.of(request, errors).with(typed.problems());
        if (form.hasProblems()) {
            return FormAgain.wrong(page(company, agreement, form));
        }
        if (agreements.edit(company, typed.agreement(id)) == Saved.OVERTAKEN) {
            return overtaken(company, id, form);
        }
        return KeptPages.saved(company, response);
    }

    /** Ends an entitlement ahead of its time, or lets it run again. */
    @PostMapping("/desk/companies/{company}/entitlements/{id}/ending")
    ModelAndView end(
            @PathVariable long company,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "true") boolean ended,
            HttpServletResponse response) {
        if (agreements.end(company, id, version, ended) == Saved.OVERTAKEN) {
            return overtaken(company, id, AgreementForm.of(require(company, id)));
        }
        return KeptPages.ended(company, ended, response);
    }

    private ModelAndView overtaken(long company, long id, Form form) {
        var now = require(company, id);
        return KeptPages.overtaken(page(company, now, form.with(KeptPages.OVERTAKEN)), AgreementForm.meanwhile(now));
    }

    private Agreement require(long company, long id) {
        return agreements.find(company, id).orElseThrow(Refusal.NotFound::new);
    }

    private ModelAndView page(long company, @Nullable Agreement agreement, Form form) {
        return new ModelAndView("companies/entitlement")
                .addObject("company", cards.require(company))
                .addObject("agreement", agreement)
                .addObject("form", form);
    }

    private LocalDate today(Actor me) {
        return me.day(clock.instant());
    }
}
