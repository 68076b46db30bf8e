package si.podpora.licences;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Companies;
import si.podpora.accounts.Company;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** Issues a licence. */
@Controller
@Access(Access.To.SUPERVISORS)
class NewLicenceController {

    private final LicenceDesk desk;
    private final OneCompany companies;
    private final Companies known;

    NewLicenceController(LicenceDesk desk, OneCompany companies, Companies known) {
        this.desk = desk;
        this.companies = companies;
        this.known = known;
    }

    @GetMapping("/desk/licences/new")
    ModelAndView show(@RequestParam @Nullable Long company, Form typed) {
        if (!typed.isEmpty()) {
            return page(typed);
        }
        var name = company == null
                ? ""
                : known.find(company).map(Company::taxNumber).orElse("");
        return page(Form.of(
                "company", name, "product", "time-and-space", "allowed", "1", "terminals", "0", "clients", "0"));
    }

    @PostMapping("/desk/licences")
    ModelAndView issue(@AuthenticationPrincipal Actor me, Form form, HttpServletResponse response) {
        var problems = new ArrayList<FieldProblem>();
        var typed = LicenceForm.FIELDS.stream().collect(Collectors.toMap(field -> field, form::value));
        var company = companies.named("company", form.value("company"), problems);
        var wanted = LicenceForm.read(typed, company, problems);
        if (wanted != null) {
            desk.check(wanted, problems);
        }
        if (wanted == null || !problems.isEmpty()) {
            return FormAgain.wrong(page(form.with(problems)));
        }
        Notices.leave(response, "licences.notice.issued");
        return new ModelAndView("redirect:/desk/licences/" + desk.issue(wanted, me));
    }

    private static ModelAndView page(Form form) {
        return new ModelAndView("licences/desk-new").addObject("form", form);
    }
}
