package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import si.podpora.coverage.InstalledSystem;
import si.podpora.coverage.Systems;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** The systems of a company. */
@Controller
@Access(Access.To.STAFF)
class DeskSystemsController {

    private static final int PAGE = 50;

    private final CompanyCards cards;
    private final Systems systems;

    DeskSystemsController(CompanyCards cards, Systems systems) {
        this.cards = cards;
        this.systems = systems;
    }

    @GetMapping("/desk/companies/{company}/systems")
    ModelAndView list(@PathVariable long company, @RequestParam(required = false) @Nullable Long after) {
        return new ModelAndView("companies/systems")
                .addObject("company", cards.require(company))
                .addObject("systems", Shown.of(systems.page(company, after, PAGE + 1), PAGE));
    }

    @GetMapping("/desk/companies/{company}/systems/new")
    ModelAndView blank(@AuthenticationPrincipal Actor me, @PathVariable long company, Form typed) {
        return page(me, company, null, typed);
    }

    @PostMapping("/desk/companies/{company}/systems")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @Valid SystemForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(request, errors);
        if (form.hasProblems()) {
            return FormAgain.wrong(page(me, company, null, form));
        }
        return systems.add(company, typed.system(0)) == Saved.TAKEN
                ? taken(me, company, null, form)
                : KeptPages.added(company, response);
    }

    @GetMapping("/desk/companies/{company}/systems/{id}")
    ModelAndView edit(
            @AuthenticationPrincipal Actor me, @PathVariable long company, @PathVariable long id, Form typed) {
        var system = require(company, id);
        return page(me, company, system, typed.isEmpty() ? SystemForm.of(system) : typed);
    }

    @PostMapping("/desk/companies/{company}/systems/{id}")
    ModelAndView save(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long id,
            @Valid SystemForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var system = require(company, id);
        var form = Form.of(request, errors);
        if (form.hasProblems()) {
            return FormAgain.wrong(page(me, company, system, form));
        }
        return switch (systems.edit(company, typed.system(id))) {
            case DONE -> KeptPages.saved(company, response);
            case TAKEN -> taken(me, company, system, form);
            case OVERTAKEN -> overtaken(me, company, id, form);
        };
    }

    /** Takes a system out of use, or into use again. */
    @PostMapping("/desk/companies/{company}/systems/{id}/ending")
    @Access(Access.To.SUPERVISORS)
    ModelAndView end(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "true") boolean ended,
            HttpServletResponse response) {
        if (systems.end(company, id, version, ended) == Saved.OVERTAKEN) {
            return overtaken(me, company, id, SystemForm.of(require(company, id)));
        }
        return KeptPages.ended(company, ended, response);
    }

    private ModelAndView taken(Actor me, long company, @Nullable InstalledSystem system, Form form) {
        var problem = FieldProblem.of("number", "companies.error.number");
        return FormAgain.wrong(page(me, company, system, form.with(problem)));
    }

    private ModelAndView overtaken(Actor me, long company, long id, Form form) {
        var now = require(company, id);
        return KeptPages.overtaken(page(me, company, now, form.with(KeptPages.OVERTAKEN)), SystemForm.meanwhile(now));
    }

    private InstalledSystem require(long company, long id) {
        return systems.find(company, id).orElseThrow(Refusal.NotFound::new);
    }

    private ModelAndView page(Actor me, long company, @Nullable InstalledSystem system, Form form) {
        return new ModelAndView("companies/system")
                .addObject("company", cards.require(company))
                .addObject("system", system)
                .addObject("form", form)
                .addObject("leads", me.isSupervisor());
    }
}
