package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
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
import si.podpora.accounts.Companies;
import si.podpora.accounts.Company;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Open invitations, and new ones from the help desk. */
@Controller
@Access(Access.To.STAFF)
class PendingInvitationsController {

    private static final int PAGE = 50;
    private static final int COMPANIES_FOUND = 20;
    private static final String LIST = "redirect:/desk/invitations";

    private final PendingInvitations pending;
    private final DirectInvitationCheck check;
    private final Companies companies;

    PendingInvitationsController(PendingInvitations pending, DirectInvitationCheck check, Companies companies) {
        this.pending = pending;
        this.check = check;
        this.companies = companies;
    }

    @GetMapping("/desk/invitations")
    ModelAndView list(@RequestParam(required = false) @Nullable Long before) {
        var found = pending.list(before, PAGE + 1);
        var model = new HashMap<String, Object>();
        model.put("invitations", found.stream().limit(PAGE).toList());
        if (found.size() > PAGE) {
            model.put("next", found.get(PAGE - 1).id());
        }
        return new ModelAndView("registration/pending-invitations", model);
    }

    /** First the company is chosen, then the person's form opens. */
    @GetMapping("/desk/invitations/new")
    ModelAndView choose(
            @RequestParam(required = false) @Nullable Long company,
            @RequestParam(defaultValue = "") String q,
            Form form) {
        if (company != null) {
            return form(companies.find(company).orElseThrow(Refusal.NotFound::new), form);
        }
        var model = new HashMap<String, Object>();
        model.put("query", q);
        model.put("companies", q.isBlank() ? List.of() : companies.search(q, COMPANIES_FOUND));
        return new ModelAndView("registration/invite-into", model);
    }

    @PostMapping("/desk/invitations")
    ModelAndView create(
            @Valid DirectInvitation typed,
            BindingResult errors,
            @RequestParam("company") long companyId,
            @AuthenticationPrincipal Actor me,
            HttpServletRequest request,
            HttpServletResponse response) {
        var company = companies.find(companyId).orElseThrow(Refusal.NotFound::new);
        var form = Form.of(request);
        var problems = check.problems(typed, company, Form.of(request, errors).problems());
        if (!problems.isEmpty()) {
            return FormAgain.wrong(form(company, form.with(problems)));
        }
        var key = CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID);
        pending.invite(check.checked(typed, company, key, me.id()));
        Notices.leave(response, "registration.notice.invited");
        return new ModelAndView(LIST);
    }

    @PostMapping("/desk/invitations/{id}/resending")
    String resend(@PathVariable long id, @AuthenticationPrincipal Actor me, HttpServletResponse response) {
        Notices.leave(response, pending.resend(me, id) ? "registration.notice.resent" : Invitation.GONE);
        return LIST;
    }

    @PostMapping("/desk/invitations/{id}/withdrawal")
    String withdraw(@PathVariable long id, @AuthenticationPrincipal Actor me, HttpServletResponse response) {
        Notices.leave(response, pending.withdraw(me, id) ? "registration.notice.withdrawn" : Invitation.GONE);
        return LIST;
    }

    private static ModelAndView form(Company company, Form form) {
        var model = new HashMap<String, Object>();
        model.put("company", company);
        model.put("form", form.isEmpty() ? Form.of("language", "sl", "role", "company") : form);
        model.put(
                "key",
                CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID).toString());
        model.put("languages", AccessRequestPages.languages());
        return new ModelAndView("registration/invite", model);
    }
}
