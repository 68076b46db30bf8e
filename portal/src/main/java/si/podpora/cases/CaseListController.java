package si.podpora.cases;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Page;

/** The customer's list of cases. */
@Controller
class CaseListController {

    private final CaseList list;

    CaseListController(CaseList list) {
        this.list = list;
    }

    @GetMapping("/cases")
    @Access(Access.To.CUSTOMERS)
    ModelAndView show(@AuthenticationPrincipal Actor me, Page page, @RequestParam Map<String, String> parameters) {
        return new ModelAndView("cases/list", "list", list.page(me, CaseListQuery.of(parameters), page.locale()));
    }
}
