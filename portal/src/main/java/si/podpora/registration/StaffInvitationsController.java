package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.People;
import si.podpora.accounts.StaffRole;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Words;

/** An administrator invites colleagues to the help desk. */
@Controller
@Access(Access.To.ADMINISTRATORS)
class StaffInvitationsController {

    private static final FieldOrder ORDER = FieldOrder.of(StaffInvitation.class, Stream.empty());

    private final PendingInvitations pending;
    private final People people;

    StaffInvitationsController(PendingInvitations pending, People people) {
        this.pending = pending;
        this.people = people;
    }

    @GetMapping("/desk/people/invitations/new")
    ModelAndView show(Form form) {
        return page(form.isEmpty() ? Form.of("language", "sl", "staffRole", "agent") : form);
    }

    @PostMapping("/desk/people/invitations")
    ModelAndView create(
            @Valid StaffInvitation typed,
            BindingResult errors,
            @AuthenticationPrincipal Actor me,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(request);
        var problems = problems(typed, Form.of(request, errors).problems());
        if (!problems.isEmpty()) {
            return FormAgain.wrong(page(form.with(problems)));
        }
        var key = CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID);
        pending.invite(typed.request(key, me.id()));
        Notices.leave(response, "registration.notice.invited");
        return new ModelAndView("redirect:/desk/invitations");
    }

    /** One finding a field, in the order of the page. */
    private List<FieldProblem> problems(StaffInvitation typed, List<FieldProblem> found) {
        var all = new ArrayList<>(found);
        if (people.byEmail(typed.email()).isPresent()) {
            all.add(FieldProblem.of("email", "registration.desk.known"));
        }
        if (Words.LANGUAGES.stream().noneMatch(one -> one.getLanguage().equals(typed.language()))) {
            all.add(FieldProblem.of("language", "web.error.invalid"));
        }
        return ORDER.firstOfEach(all);
    }

    private static ModelAndView page(Form form) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put(
                "key",
                CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID).toString());
        model.put("languages", AccessRequestPages.languages());
        model.put("roles", List.of(StaffRole.values()));
        return new ModelAndView("registration/invite-colleague", model);
    }
}
