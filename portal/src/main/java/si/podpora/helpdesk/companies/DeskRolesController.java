package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.CompanyRoles;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** The people of a company and what they may there: all of the help desk see it, who leads it changes it. */
@Controller
@Access(Access.To.SUPERVISORS)
class DeskRolesController {

    private static final int PAGE = 50;

    private final CompanyCards cards;
    private final CompanyBelongings belongings;
    private final CompanyRoles roles;

    DeskRolesController(CompanyCards cards, CompanyBelongings belongings, CompanyRoles roles) {
        this.cards = cards;
        this.belongings = belongings;
        this.roles = roles;
    }

    @GetMapping("/desk/companies/{company}/people")
    @Access(Access.To.STAFF)
    ModelAndView list(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @RequestParam(required = false) @Nullable Long after,
            Form typed) {
        return page(me, company, after, typed);
    }

    /** Makes somebody who has an account a member. */
    @PostMapping("/desk/companies/{company}/people")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "own") String role,
            HttpServletRequest request,
            HttpServletResponse response) {
        var card = cards.require(company);
        var saved = roles.add(me, company, email, CompanyRole.chosen(role)).orElse(null);
        if (saved != Saved.DONE) {
            var problem = saved == null ? "companies.error.nobody" : "companies.error.member";
            return FormAgain.wrong(page(me, company, null, Form.of(request).with(FieldProblem.of("email", problem))));
        }
        Notices.leave(response, "companies.notice.joined");
        return new ModelAndView("redirect:" + card.path() + "/people");
    }

    @PostMapping("/desk/companies/{company}/people/{person}/role")
    ModelAndView change(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String role,
            HttpServletResponse response) {
        requireMember(company, person);
        if (roles.change(company, person, CompanyRole.chosen(was), CompanyRole.chosen(role)) == Saved.OVERTAKEN) {
            return overtaken(me, company);
        }
        Notices.leave(response, "companies.notice.role");
        return new ModelAndView("redirect:/desk/companies/" + company + "/people");
    }

    private void requireMember(long company, long person) {
        if (!belongings.knows(company, person)) {
            throw new Refusal.NotFound();
        }
    }

    private ModelAndView overtaken(Actor me, long company) {
        return FormAgain.conflict(
                page(me, company, null, Form.empty().with(FieldProblem.of("", "companies.error.overtakenRole"))));
    }

    private ModelAndView page(Actor me, long company, @Nullable Long after, Form form) {
        return new ModelAndView("companies/people")
                .addObject("company", cards.require(company))
                .addObject("leads", me.isSupervisor())
                .addObject("form", form)
                .addObject("people", Shown.of(belongings.people(company, after, PAGE + 1), PAGE));
    }
}
