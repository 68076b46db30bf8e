package si.podpora.company;

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
import si.podpora.accounts.Applicants;
import si.podpora.accounts.Colleagues;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.Memberships;
import si.podpora.accounts.TrustedDomains;
import si.podpora.registration.CompanyInvitations;
import si.podpora.web.Access;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Who belongs to a company, for its administrator, who admits and refuses people. */
@Controller
@Access(Access.To.CUSTOMERS)
class CompanyPeopleController {

    private static final int SHOWN = 50;

    static final String LIST = "redirect:/company/people";

    private final Applicants applicants;
    private final Memberships memberships;
    private final Colleagues colleagues;
    private final TrustedDomains domains;
    private final CompanyInvitations invitations;

    CompanyPeopleController(
            Applicants applicants,
            Memberships memberships,
            Colleagues colleagues,
            TrustedDomains domains,
            CompanyInvitations invitations) {
        this.applicants = applicants;
        this.memberships = memberships;
        this.colleagues = colleagues;
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
                .addObject("pending", applicants.of(me.companiesAdministered(), SHOWN))
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
        me.mustAdminister(company);
        return answer(
                memberships.admit(company, person, CompanyRole.chosen(role), me),
                "admitted",
                company,
                person,
                response);
    }

    @PostMapping("/company/people/{company}/{person}/refusal")
    String refuse(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            HttpServletResponse response) {
        me.mustAdminister(company);
        return answer(memberships.refuse(company, person, me), "refused", company, person, response);
    }

    /** Who comes second, be it by a second click, is told that it has been decided. */
    private String answer(boolean done, String notice, long company, long person, HttpServletResponse response) {
        if (!done && !memberships.knows(company, person)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, done ? "company.notice." + notice : "registration.notice.decided");
        return LIST;
    }
}
