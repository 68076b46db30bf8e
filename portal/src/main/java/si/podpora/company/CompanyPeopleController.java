package si.podpora.company;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import si.podpora.accounts.Memberships;
import si.podpora.accounts.TrustedDomains;
import si.podpora.cases.Handovers;
import si.podpora.registration.CompanyInvitations;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The administrator of a company admits its people, says what they may, and lets them go. */
@Controller
@Access(Access.To.CUSTOMERS)
class CompanyPeopleController {

    private static final int SHOWN = 50;
    /** As many as a person can choose from. */
    private static final int SUCCESSORS = 200;

    private static final String LIST = "redirect:/company/people";

    private final Memberships memberships;
    private final Colleagues colleagues;
    private final CompanyTeam team;
    private final Leavers leavers;
    private final Handovers handovers;
    private final TrustedDomains domains;
    private final CompanyInvitations invitations;

    CompanyPeopleController(
            Memberships memberships,
            Colleagues colleagues,
            CompanyTeam team,
            Leavers leavers,
            Handovers handovers,
            TrustedDomains domains,
            CompanyInvitations invitations) {
        this.memberships = memberships;
        this.colleagues = colleagues;
        this.team = team;
        this.leavers = leavers;
        this.handovers = handovers;
        this.domains = domains;
        this.invitations = invitations;
    }

    @GetMapping("/company/people")
    ModelAndView list(
            @AuthenticationPrincipal Actor me,
            @RequestParam @Nullable Long company,
            @RequestParam @Nullable Long after) {
        if (!me.administersCompany()) {
            throw new Refusal.NotAllowed();
        }
        var place = company == null || after == null ? null : new Colleagues.Place(company, after);
        var people = colleagues.of(me, place, SHOWN + 1);
        var view = new ModelAndView("company/people")
                .addObject("me", me)
                .addObject("pending", memberships.pendingOf(me.companiesAdministered(), SHOWN))
                .addObject("people", people.stream().limit(SHOWN).toList())
                .addObject("invitations", invitations.open(me))
                .addObject("domains", domains.of(me.companiesAdministered()));
        if (people.size() > SHOWN) {
            var last = people.get(SHOWN - 1);
            view.addObject("next", new Colleagues.Place(last.companyId(), last.personId()));
        }
        return view;
    }

    @PostMapping("/company/people/{company}/{person}/admission")
    String admit(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam(defaultValue = "own") String role,
            HttpServletResponse response) {
        check(me, company);
        if (!memberships.admit(company, person, role(role), me)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, "company.notice.admitted");
        return LIST;
    }

    @PostMapping("/company/people/{company}/{person}/refusal")
    String refuse(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            HttpServletResponse response) {
        check(me, company);
        if (!memberships.refuse(company, person, me)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, "company.notice.refused");
        return LIST;
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
        check(me, company);
        var becomes = role(role);
        return unlessLast(me, company, person, "role", form, () -> {
            team.changeRole(me, company, person, becomes);
            Notices.leave(response, "company.notice.role");
            return leavesOffice(me, person, becomes) ? "redirect:/" : LIST;
        });
    }

    @PostMapping("/company/people/{company}/{person}/handover")
    ModelAndView handOver(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam long successor,
            HttpServletResponse response) {
        check(me, company);
        leavers.handOver(me, company, person, successor);
        Notices.leave(response, "company.notice.handedOver");
        return new ModelAndView("redirect:/company/people/" + company + "/" + person);
    }

    @PostMapping("/company/people/{company}/{person}/departure")
    ModelAndView end(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam @Nullable Long successor,
            Form form,
            HttpServletResponse response) {
        check(me, company);
        return unlessLast(me, company, person, "departure", form, () -> {
            leavers.end(me, company, person, successor);
            Notices.leave(response, "company.notice.ended");
            return person == me.id() ? "redirect:/" : LIST;
        });
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
        return new ModelAndView("company/person")
                .addObject("member", member)
                .addObject("own", person == me.id())
                .addObject("open", handovers.open(company, person))
                .addObject("successors", colleagues.besides(company, person, SUCCESSORS))
                .addObject("form", form);
    }

    private static boolean leavesOffice(Actor me, long person, CompanyRole becomes) {
        return person == me.id()
                && becomes != CompanyRole.ADMINISTRATOR
                && me.companiesAdministered().size() == 1;
    }

    private static CompanyRole role(String code) {
        return Arrays.stream(CompanyRole.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Another company's people are the same 404 as nobody. */
    private static void check(Actor me, long company) {
        if (!me.companiesAdministered().contains(company)) {
            throw new Refusal.NotFound();
        }
    }
}
