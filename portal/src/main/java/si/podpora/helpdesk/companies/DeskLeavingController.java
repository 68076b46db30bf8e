package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Colleagues;
import si.podpora.cases.Handovers;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Removes somebody from a company, with the choice of who takes over the open cases. */
@Controller
@Access(Access.To.SUPERVISORS)
class DeskLeavingController {

    /** As many as a person can choose from. */
    private static final int SUCCESSORS = 200;

    /** Chosen instead of a successor: the cases stay as they are. */
    private static final String NOBODY = "nobody";

    private final CompanyCards cards;
    private final CompanyBelongings belongings;
    private final Colleagues colleagues;
    private final Handovers handovers;
    private final Leaving leaving;

    DeskLeavingController(
            CompanyCards cards,
            CompanyBelongings belongings,
            Colleagues colleagues,
            Handovers handovers,
            Leaving leaving) {
        this.cards = cards;
        this.belongings = belongings;
        this.colleagues = colleagues;
        this.handovers = handovers;
        this.leaving = leaving;
    }

    @GetMapping("/desk/companies/{company}/people/{person}/ending")
    ModelAndView show(@PathVariable long company, @PathVariable long person, Form typed) {
        return page(cards.require(company), person, typed);
    }

    @PostMapping("/desk/companies/{company}/people/{person}/ending")
    ModelAndView end(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long person,
            @RequestParam(name = "successor", defaultValue = "") String typed,
            Form form,
            HttpServletResponse response) {
        var card = cards.require(company);
        if (!belongings.knows(company, person)) {
            throw new Refusal.NotFound();
        }
        var successor = successor(company, person, typed);
        if (successor.isEmpty() && !typed.equals(NOBODY) && !(typed.isEmpty() && asksNobody(company, person))) {
            return FormAgain.wrong(
                    page(card, person, form.with(FieldProblem.of("successor", "companies.error.successor"))));
        }
        leaving.end(me, company, person, successor.orElse(null));
        Notices.leave(response, "companies.notice.left");
        return new ModelAndView("redirect:" + card.path() + "/people");
    }

    /** Whom somebody has chosen to take over; empty if that is nobody of the company. */
    private Optional<Long> successor(long company, long person, String typed) {
        return Optional.of(typed)
                .filter(chosen -> chosen.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(chosen -> chosen != person && colleagues.belongs(company, chosen));
    }

    /** Whether the form has no choice: nothing is open, or nobody is there to take over. */
    private boolean asksNobody(long company, long person) {
        return handovers.open(company, person) == 0
                || colleagues.besides(company, person, 1).isEmpty();
    }

    private ModelAndView page(CompanyCard company, long person, Form form) {
        var successors = new LinkedHashMap<String, String>();
        colleagues
                .besides(company.id(), person, SUCCESSORS)
                .forEach(one -> successors.put(Long.toString(one.personId()), one.fullName()));
        return new ModelAndView("companies/leaving")
                .addObject("company", company)
                .addObject("member", belongings.member(company.id(), person).orElseThrow(Refusal.NotFound::new))
                .addObject("open", handovers.open(company.id(), person))
                .addObject("successors", successors)
                .addObject("form", form);
    }
}
