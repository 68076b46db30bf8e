package si.podpora.licences;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** What those who lead the help desk may change of a licence, each with a reason. */
@Controller
@Access(Access.To.SUPERVISORS)
class LicenceChangesController {

    private static final int LONGEST_REASON = 500;

    private final Licences licences;
    private final LicenceDesk desk;
    private final Releases releases;
    private final OneCompany companies;
    private final DeskLicencesController pages;

    LicenceChangesController(
            Licences licences,
            LicenceDesk desk,
            Releases releases,
            OneCompany companies,
            DeskLicencesController pages) {
        this.licences = licences;
        this.desk = desk;
        this.releases = releases;
        this.companies = companies;
        this.pages = pages;
    }

    /** A change that is made once it is known to be right. */
    private interface Change {
        void make(String reason);
    }

    @PostMapping("/desk/licences/{id}/block")
    ModelAndView block(
            @AuthenticationPrincipal Actor me, @PathVariable long id, Form form, HttpServletResponse response) {
        return change(me, id, form, List.of(), response, why -> desk.block(id, me, why));
    }

    @PostMapping("/desk/licences/{id}/unblock")
    ModelAndView unblock(
            @AuthenticationPrincipal Actor me, @PathVariable long id, Form form, HttpServletResponse response) {
        return change(me, id, form, List.of(), response, why -> desk.unblock(id, me, why));
    }

    @PostMapping("/desk/licences/{id}/extension")
    ModelAndView extend(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String validUntil,
            @RequestParam(defaultValue = "") String maintenanceUntil,
            Form form,
            HttpServletResponse response) {
        var problems = new ArrayList<FieldProblem>();
        var valid = LicenceForm.day("validUntil", validUntil, problems);
        var maintenance = LicenceForm.day("maintenanceUntil", maintenanceUntil, problems);
        return change(me, id, form, problems, response, why -> desk.extend(id, valid, maintenance, me, why));
    }

    @PostMapping("/desk/licences/{id}/move")
    ModelAndView move(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String company,
            Form form,
            HttpServletResponse response) {
        var problems = new ArrayList<FieldProblem>();
        var to = companies.named("company", company, problems);
        return change(me, id, form, problems, response, why -> {
            if (to != null) {
                desk.move(id, to, me, why);
            }
        });
    }

    @PostMapping("/desk/licences/{id}/limit")
    ModelAndView allow(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String allowed,
            Form form,
            HttpServletResponse response) {
        var problems = new ArrayList<FieldProblem>();
        var number = LicenceForm.number("allowed", allowed, 1, LicenceForm.MOST_INSTALLATIONS, problems);
        return change(me, id, form, problems, response, why -> desk.allow(id, number, me, why));
    }

    /** Releases an installation in the customer's name. */
    @PostMapping("/desk/activations/{id}/release")
    ModelAndView release(
            @AuthenticationPrincipal Actor me, @PathVariable long id, Form form, HttpServletResponse response) {
        var licence = licences.installation(me, id).licenceId();
        return change(me, licence, form, List.of(), response, why -> releases.byDesk(me, id, why));
    }

    private ModelAndView change(
            Actor me, long id, Form form, List<FieldProblem> problems, HttpServletResponse response, Change change) {
        licences.find(me, id);
        var all = new ArrayList<>(problems);
        var reason = form.value("reason").strip();
        if (reason.isEmpty()) {
            all.add(FieldProblem.of("reason", "licences.desk.error.reason"));
        } else if (reason.length() > LONGEST_REASON) {
            all.add(FieldProblem.of("reason", "web.error.tooLong", "max", LONGEST_REASON));
        }
        if (!all.isEmpty()) {
            return FormAgain.wrong(pages.page(me, id, form.with(all)));
        }
        change.make(reason);
        Notices.leave(response, "licences.notice.changed");
        return new ModelAndView("redirect:/desk/licences/" + id);
    }
}
