package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.stream.Stream;
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
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The administrator of a company invites colleagues. */
@Controller
@Access(Access.To.CUSTOMERS)
class CompanyInvitationsController {

    private final CompanyInvitations invitations;
    private final Companies companies;

    CompanyInvitationsController(CompanyInvitations invitations, Companies companies) {
        this.invitations = invitations;
        this.companies = companies;
    }

    @GetMapping("/company/invitations/new")
    ModelAndView show(@AuthenticationPrincipal Actor me, Form typed) {
        if (!me.administersCompany()) {
            throw new Refusal.NotAllowed();
        }
        return page(me, typed.isEmpty() ? Form.of("language", me.locale().getLanguage(), "role", "own") : typed);
    }

    @PostMapping("/company/invitations")
    ModelAndView create(
            @AuthenticationPrincipal Actor me,
            @RequestParam @Nullable Long company,
            @Valid CompanyInvitation typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!me.administersCompany()) {
            throw new Refusal.NotAllowed();
        }
        var into = company != null ? company : me.companiesAdministered().getFirst();
        me.mustAdminister(into);
        var form = Form.of(request)
                .with(FieldOrder.of(CompanyInvitation.class, Stream.empty())
                        .firstOfEach(Form.of(request, errors).problems()));
        if (!form.hasProblems()) {
            var key = CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID);
            var found = companies.find(into).orElseThrow(Refusal.NotFound::new);
            invitations.requireFew(me);
            var problem = switch (invitations.invite(typed.into(found, key, me.id()))) {
                case SENT -> null;
                case MEMBER -> "registration.company.member";
                case ELSEWHERE -> "registration.company.elsewhere";
            };
            if (problem == null) {
                Notices.leave(response, "registration.notice.invited");
                return new ModelAndView("redirect:/company/people");
            }
            form = form.with(FieldProblem.of("email", problem));
        }
        return FormAgain.wrong(page(me, form));
    }

    @PostMapping("/company/invitations/{id}/withdrawal")
    String withdraw(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        Notices.leave(response, invitations.withdraw(me, id) ? "registration.notice.withdrawn" : Invitation.GONE);
        return "redirect:/company/people";
    }

    private static ModelAndView page(Actor me, Form form) {
        return new ModelAndView("registration/invite-into-company")
                .addObject("form", form)
                .addObject("me", me)
                .addObject(
                        "key",
                        CodeAnswer.uuid(form.value("key"))
                                .orElseGet(UUID::randomUUID)
                                .toString())
                .addObject("languages", AccessRequestPages.languages());
    }
}
