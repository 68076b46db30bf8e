package si.podpora.company;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Colleagues;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.CompanyTeam;
import si.podpora.accounts.LastAdministrator;
import si.podpora.cases.Handovers;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** What the administrator of a company does about one of its people: role, cases, departure. */
@Controller
@Access(Access.To.CUSTOMERS)
class ColleagueController {

    /** As many as a person can choose from. */
    private static final int SUCCESSORS = 200;

    private static final String HANDED_OVER_TO = "handover-successor";
    private static final String LEFT_TO = "successor";

    /** Chosen instead of a successor: the cases stay as they are. */
    private static final String NOBODY = "nobody";

    private final Colleagues colleagues;
    private final CompanyTeam team;
    private final Leavers leavers;
    private final Handovers handovers;

    ColleagueController(Colleagues colleagues, CompanyTeam team, Leavers leavers, Handovers handovers) {
        this.colleagues = colleagues;
        this.team = team;
        this.leavers = leavers;
        this.handovers = handovers;
    }

    @GetMapping("/company/people/{company}/{person}")
    ModelAndView show(
            @AuthenticationPrincipal Actor me, @PathVariable long company, @PathVariable long person, Form typed) {
        return page(me, company, person, typed);
    }

    @PostMapping("/company/people/{company}/{person}/role")
    ModelAndView changeRole(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam(defaultValue = "") String role,
            Form form,
            HttpServletResponse response) {
        me.mustAdminister(company);
        var becomes = CompanyRole.chosen(role);
        return unlessLast(me, company, person, "role", form, () -> {
            team.changeRole(me, company, person, becomes);
            Notices.leave(response, "company.notice.role");
            return leavesOffice(me, person, becomes) ? "redirect:/" : CompanyPeopleController.LIST;
        });
    }

    @PostMapping("/company/people/{company}/{person}/handover")
    ModelAndView handOver(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam(name = HANDED_OVER_TO, defaultValue = "") String typed,
            Form form,
            HttpServletResponse response) {
        me.mustAdminister(company);
        var successor = successor(me, company, person, typed);
        if (successor.isEmpty()) {
            return nobodyChosen(me, company, person, HANDED_OVER_TO, form);
        }
        leavers.handOver(me, company, person, successor.get());
        Notices.leave(response, "company.notice.handedOver");
        return new ModelAndView("redirect:/company/people/" + company + "/" + person);
    }

    @PostMapping("/company/people/{company}/{person}/departure")
    ModelAndView end(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam(name = LEFT_TO, defaultValue = "") String typed,
            Form form,
            HttpServletResponse response) {
        me.mustAdminister(company);
        var successor = successor(me, company, person, typed);
        if (successor.isEmpty() && !typed.equals(NOBODY) && !(typed.isEmpty() && asksNobody(company, person))) {
            return nobodyChosen(me, company, person, LEFT_TO, form);
        }
        return unlessLast(me, company, person, "departure", form, () -> {
            leavers.end(me, company, person, successor.orElse(null));
            Notices.leave(response, "company.notice.ended");
            return person == me.id() ? "redirect:/" : CompanyPeopleController.LIST;
        });
    }

    /** Whom somebody has chosen to take over; empty if that is nobody of the company. */
    private Optional<Long> successor(Actor me, long company, long person, String typed) {
        return Optional.of(typed)
                .filter(chosen -> chosen.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(chosen ->
                        chosen != person && colleagues.find(me, company, chosen).isPresent());
    }

    /** Whether the form of a departure has no choice: nothing is open, or nobody is there to take over. */
    private boolean asksNobody(long company, long person) {
        return handovers.open(company, person) == 0
                || colleagues.besides(company, person, 1).isEmpty();
    }

    private ModelAndView nobodyChosen(Actor me, long company, long person, String field, Form form) {
        return FormAgain.wrong(page(me, company, person, form.with(FieldProblem.of(field, "company.person.choose"))));
    }

    private ModelAndView unlessLast(
            Actor me, long company, long person, String field, Form form, Supplier<String> change) {
        try {
            return new ModelAndView(change.get());
        } catch (LastAdministrator last) {
            return FormAgain.conflict(
                    page(me, company, person, form.with(FieldProblem.of(field, "company.people.lastAdministrator"))));
        }
    }

    private ModelAndView page(Actor me, long company, long person, Form form) {
        var member = colleagues.find(me, company, person).orElseThrow(Refusal.NotFound::new);
        var successors = new LinkedHashMap<String, String>();
        colleagues
                .besides(company, person, SUCCESSORS)
                .forEach(one -> successors.put(Long.toString(one.personId()), one.fullName()));
        return new ModelAndView("company/person")
                .addObject("member", member)
                .addObject("own", person == me.id())
                .addObject("open", handovers.open(company, person))
                .addObject("successors", successors)
                .addObject("form", form);
    }

    private static boolean leavesOffice(Actor me, long person, CompanyRole becomes) {
        return person == me.id()
                && becomes != CompanyRole.ADMINISTRATOR
                && me.companiesAdministered().size() == 1;
    }
}
