package si.podpora.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The administrator of a company sees its people and admits those who wait. */
@Controller
@Access(Access.To.CUSTOMERS)
class CompanyPeopleController {

    private static final int SHOWN = 50;
    private static final Set<String> ROLES = Set.of("own", "company", "administrator");

    private final Memberships memberships;
    private final Colleagues colleagues;

    CompanyPeopleController(Memberships memberships, Colleagues colleagues) {
        this.memberships = memberships;
        this.colleagues = colleagues;
    }

    @GetMapping("/company/people")
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @RequestParam @Nullable Long company,
            @RequestParam @Nullable Long after) {
        if (!me.administersCompany()) {
            throw new Refusal.NotAllowed();
        }
        var place = company == null || after == null ? null : new Colleagues.Place(company, after);
        var people = colleagues.of(me, place, SHOWN + 1);
        var model = new HashMap<String, Object>();
        model.put("pending", memberships.pendingOf(me.companiesAdministered(), SHOWN));
        model.put("people", people.stream().limit(SHOWN).toList());
        model.put("severalCompanies", me.companiesAdministered().size() > 1);
        if (people.size() > SHOWN) {
            var last = people.get(SHOWN - 1);
            model.put("next", new Colleagues.Place(last.companyId(), last.personId()));
        }
        return new ModelAndView("accounts/company-people", model);
    }

    @PostMapping("/company/people/{company}/{person}/admission")
    String admit(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam(defaultValue = "own") String role,
            HttpServletResponse response) {
        check(me, company);
        if (!ROLES.contains(role)
                || !memberships.admit(company, person, CompanyRole.valueOf(role.toUpperCase(Locale.ROOT)), me)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, "accounts.notice.admitted");
        return "redirect:/company/people";
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
        Notices.leave(response, "accounts.notice.refused");
        return "redirect:/company/people";
    }

    /** Another company's waiting people are the same 404 as nobody. */
    private static void check(Actor me, long company) {
        if (!me.companiesAdministered().contains(company)) {
            throw new Refusal.NotFound();
        }
    }
}
