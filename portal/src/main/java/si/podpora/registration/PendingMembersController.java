package si.podpora.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Applicant;
import si.podpora.accounts.Applicants;
import si.podpora.accounts.Companies;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.Memberships;
import si.podpora.web.Access;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The help desk admits people to companies and confirms the companies that people have named. */
@Controller
@Access(Access.To.STAFF)
class PendingMembersController {

    private static final int PAGE = 50;
    private static final String LIST = "redirect:/desk/memberships";

    private final Applicants applicants;
    private final Memberships memberships;
    private final Companies companies;
    private final AccessRequests requests;

    PendingMembersController(
            Applicants applicants, Memberships memberships, Companies companies, AccessRequests requests) {
        this.applicants = applicants;
        this.memberships = memberships;
        this.companies = companies;
        this.requests = requests;
    }

    @GetMapping("/desk/memberships")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long afterCompany) {
        var model = new HashMap<String, Object>();
        if (afterCompany == null) {
            members(after, model);
        }
        if (after == null) {
            companies(afterCompany, model);
        }
        return new ModelAndView("registration/pending-members", model);
    }

    private void members(@Nullable String after, Map<String, Object> model) {
        var found = applicants.all(after == null ? null : key(after), PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        model.put("members", beside(shown));
        if (found.size() > PAGE) {
            var last = shown.getLast().key();
            model.put("next", last.requestedAt() + "~" + last.companyId() + "~" + last.personId());
        }
    }

    private void companies(@Nullable Long after, Map<String, Object> model) {
        var found = companies.toBeChecked(after, PAGE + 1);
        model.put("companies", found.stream().limit(PAGE).toList());
        if (found.size() > PAGE) {
            model.put("nextCompany", found.get(PAGE - 1).id());
        }
    }

    @PostMapping("/desk/memberships/{company}/{person}/admission")
    String admit(
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam String role,
            @AuthenticationPrincipal Actor me,
            HttpServletResponse response) {
        return answer(
                memberships.admit(company, person, CompanyRole.chosen(role), me),
                "admitted",
                company,
                person,
                response);
    }

    @PostMapping("/desk/memberships/{company}/{person}/refusal")
    String refuse(
            @PathVariable long company,
            @PathVariable long person,
            @AuthenticationPrincipal Actor me,
            HttpServletResponse response) {
        return answer(memberships.refuse(company, person, me), "refused", company, person, response);
    }

    /** Who comes second, be it by a second click, is told that it has been decided. */
    private String answer(boolean done, String notice, long company, long person, HttpServletResponse response) {
        if (!done && !memberships.knows(company, person)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, "registration.notice." + (done ? notice : "decided"));
        return LIST;
    }

    @PostMapping("/desk/companies/{company}/confirmation")
    String confirm(@PathVariable long company, @RequestParam String name, HttpServletResponse response) {
        var typed = Typed.line(name);
        var known = companies.find(company).orElseThrow(Refusal.NotFound::new);
        if (!companies.confirm(company, typed.isEmpty() ? known.name() : typed)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, "registration.notice.confirmed");
        return LIST;
    }

    private List<PendingMember> beside(List<Applicant> pending) {
        Map<Long, String> typed = requests.typedCompanies(
                pending.stream().map(Applicant::personId).toList());
        return pending.stream()
                .map(one -> new PendingMember(one, typed.getOrDefault(one.personId(), "")))
                .toList();
    }

    /** An address that somebody has changed leads nowhere. */
    private static Applicant.Key key(String after) {
        var parts = after.split("~", -1);
        try {
            return new Applicant.Key(Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal.NotFound();
        }
    }
}
