package si.podpora.company;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Companies;
import si.podpora.accounts.TrustedDomains;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The help desk says which mail domains belong to a company. */
@Controller
@Access(Access.To.STAFF)
class DomainsController {

    private final TrustedDomains domains;
    private final Companies companies;

    DomainsController(TrustedDomains domains, Companies companies) {
        this.domains = domains;
        this.companies = companies;
    }

    @GetMapping("/desk/companies/{company}/domains")
    ModelAndView list(@PathVariable long company, Form typed) {
        return page(company, typed);
    }

    @PostMapping("/desk/companies/{company}/domains")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @RequestParam(defaultValue = "") String domain,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = companies.find(company).orElseThrow(Refusal.NotFound::new);
        var problem = domains.add(me, found.id(), domain);
        if (problem.isPresent()) {
            return FormAgain.wrong(page(company, Form.of(request).with(problem.get())));
        }
        Notices.leave(response, "company.notice.domainAdded");
        return new ModelAndView("redirect:/desk/companies/" + company + "/domains");
    }

    @PostMapping("/desk/companies/{company}/domains/removal")
    String remove(
            @PathVariable long company, @RequestParam(defaultValue = "") String domain, HttpServletResponse response) {
        if (!domains.remove(company, domain)) {
            throw new Refusal.NotFound();
        }
        Notices.leave(response, "company.notice.domainRemoved");
        return "redirect:/desk/companies/" + company + "/domains";
    }

    private ModelAndView page(long company, Form form) {
        return new ModelAndView("company/domains")
                .addObject("company", companies.find(company).orElseThrow(Refusal.NotFound::new))
                .addObject("domains", domains.of(List.of(company)).getOrDefault(company, List.of()))
                .addObject("form", form);
    }
}
