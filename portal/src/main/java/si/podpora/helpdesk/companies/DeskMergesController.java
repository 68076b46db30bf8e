package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.CompanyMerges;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** Merges a company into another: choose the other, see what moves, confirm. */
@Controller
@Access(Access.To.SUPERVISORS)
class DeskMergesController {

    private static final int FOUND = 20;

    private final CompanyCards cards;
    private final CompanyList list;
    private final CompanyBelongings belongings;
    private final CompanyMerges merges;

    DeskMergesController(CompanyCards cards, CompanyList list, CompanyBelongings belongings, CompanyMerges merges) {
        this.cards = cards;
        this.list = list;
        this.belongings = belongings;
        this.merges = merges;
    }

    @GetMapping("/desk/companies/{company}/merge")
    ModelAndView show(
            @PathVariable long company,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long into) {
        var from = cards.require(company);
        if (into != null && into != company) {
            return confirmation(from, cards.require(into), Form.empty());
        }
        var query = CompanyQuery.of(q, false, null);
        List<CompanyLine> found = query.search().isEmpty() ? list.alike(from, FOUND) : list.find(query, FOUND);
        return new ModelAndView("companies/merge")
                .addObject("company", from)
                .addObject("query", query.search())
                .addObject(
                        "found",
                        found.stream().filter(one -> one.id() != company).toList());
    }

    @PostMapping("/desk/companies/{company}/merge")
    ModelAndView merge(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @RequestParam(defaultValue = "-1") long into,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(defaultValue = "own") String roles,
            HttpServletRequest request,
            HttpServletResponse response) {
        var taken = cards.find(company).map(CompanyCard::mergedInto);
        if (taken.isPresent()) {
            Notices.leave(response, "companies.notice.mergedAlready");
            return new ModelAndView("redirect:/desk/companies/" + taken.get());
        }
        var from = cards.require(company);
        var other = cards.require(into);
        if (!sure || company == into) {
            return FormAgain.wrong(confirmation(
                    from, other, Form.of(request).with(FieldProblem.of("sure", "companies.error.unconfirmed"))));
        }
        if (!merges.merge(me, company, into, roles.equals("keep"))) {
            return FormAgain.conflict(
                    confirmation(from, other, Form.of(request).with(FieldProblem.of("", "companies.error.overtaken"))));
        }
        Notices.leave(response, "companies.notice.merged");
        return new ModelAndView("redirect:" + other.path());
    }

    private ModelAndView confirmation(CompanyCard from, CompanyCard into, Form form) {
        return new ModelAndView("companies/merge-confirm")
                .addObject("company", from)
                .addObject("into", into)
                .addObject("form", form)
                .addObject("extent", belongings.extent(from.id()));
    }
}
