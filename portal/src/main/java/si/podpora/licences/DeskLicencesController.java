package si.podpora.licences;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Companies;
import si.podpora.web.Access;
import si.podpora.web.Form;

/** The help desk's list of licences and the page of one. */
@Controller
@Access(Access.To.STAFF)
class DeskLicencesController {

    private static final int SHOWN = 50;

    private final LicenceSearch search;
    private final Licences licences;
    private final LicenceHistory history;
    private final LicenceCases cases;
    private final Activations activations;
    private final Companies companies;
    private final LicenceWords words;

    DeskLicencesController(
            LicenceSearch search,
            Licences licences,
            LicenceHistory history,
            LicenceCases cases,
            Activations activations,
            Companies companies,
            LicenceWords words) {
        this.search = search;
        this.licences = licences;
        this.history = history;
        this.cases = cases;
        this.activations = activations;
        this.companies = companies;
        this.words = words;
    }

    @GetMapping("/desk/licences")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Long company,
            @RequestParam @Nullable Long system,
            @RequestParam(name = "case", defaultValue = "") String ofCase,
            @RequestParam @Nullable Long before) {
        // What a system or a case leads to is mostly one licence.
        var meant = system != null ? search.ofSystem(system) : search.ofCase(ofCase);
        if (meant.size() == 1) {
            return new ModelAndView(
                    "redirect:/desk/licences/" + meant.getFirst().id());
        }
        var found = !meant.isEmpty() || system != null
                ? meant
                : q.isBlank() ? search.list(company, before, SHOWN + 1) : search.find(q, SHOWN);
        var shown = found.stream().limit(SHOWN).toList();
        return new ModelAndView("licences/desk-list")
                .addObject("query", q)
                .addObject("ofSystem", system != null)
                .addObject("licences", shown)
                .addObject("next", found.size() > SHOWN ? shown.getLast().id() : null)
                .addObject(
                        "company",
                        company == null ? null : companies.find(company).orElse(null))
                .addObject("today", activations.today())
                .addObject("words", words);
    }

    @GetMapping("/desk/licences/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        return page(me, id, Form.empty());
    }

    /** The page of a licence, with what is wrong with a change. */
    ModelAndView page(Actor me, long id, Form form) {
        var licence = licences.find(me, id);
        List<Installation> installations = licences.installations(id);
        return new ModelAndView("licences/desk-licence")
                .addObject("licence", licence)
                .addObject("installations", installations)
                .addObject("cases", cases.of(licence, true))
                .addObject("events", history.of(id, true))
                .addObject("today", activations.today())
                .addObject("form", form)
                .addObject("words", words);
    }
}
