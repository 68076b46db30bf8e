package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The list of companies, and a company's page. */
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
    private final Clock clock;

    DeskCompaniesController(
            CompanyList list,
            CompanyCards cards,
            CompanyBelongings belongings,
            CompanyChanges changes,
            Systems systems,
            Devices devices,
            Agreements agreements,
            Clock clock) {
        this.list = list;
        this.cards = cards;
        this.belongings = belongings;
        this.changes = changes;
        this.systems = systems;
        this.devices = devices;
        this.agreements = agreements;
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
            return FormAgain.wrong(page(me, card, form));
        }
        if (!changes.check(me, company, name)) {
            return FormAgain.conflict(page(me, card, form.with(FieldProblem.of("", "companies.error.checked"))));
        }
        Notices.leave(response, "companies.notice.checked");
        return new ModelAndView("redirect:" + card.path());
    }

    private ModelAndView page(Actor me, CompanyCard card, Form form) {
        return new ModelAndView("companies/company")
                .addObject("company", card)
                .addObject("form", form)
                .addObject("leads", me.isSupervisor())
                .addObject("today", me.day(clock.instant()))
                .addObject("people", Shown.of(belongings.people(card.id(), null, FEW + 1), FEW))
                .addObject("systems", Shown.of(systems.page(card.id(), null, FEW + 1), FEW))
                .addObject("devices", Shown.of(devices.page(card.id(), null, FEW + 1), FEW))
                .addObject("agreements", Shown.of(agreements.page(card.id(), null, FEW + 1), FEW))
                .addObject("cases", Shown.of(belongings.openCases(card.id(), FEW + 1), FEW));
    }
}
