package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.FieldProblem;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** What follows when something that a company has is kept: back to the company, or the form once more. */
final class KeptPages {

    /** Somebody else has saved the same meanwhile. */
    static final FieldProblem OVERTAKEN = FieldProblem.of("", "companies.error.overtaken");

    private KeptPages() {}

    static ModelAndView added(long company, HttpServletResponse response) {
        return back(company, "companies.notice.added", response);
    }

    static ModelAndView saved(long company, HttpServletResponse response) {
        return back(company, "companies.notice.saved", response);
    }

    /** Taken out of use, or into use again. */
    static ModelAndView ended(long company, boolean ended, HttpServletResponse response) {
        return back(company, ended ? "companies.notice.ended" : "companies.notice.restored", response);
    }

    /** The form with what somebody else has saved meanwhile. */
    static ModelAndView overtaken(ModelAndView form, List<Meanwhile> now) {
        return FormAgain.conflict(form).addObject("now", now);
    }

    private static ModelAndView back(long company, String notice, HttpServletResponse response) {
        Notices.leave(response, notice);
        return new ModelAndView("redirect:/desk/companies/" + company);
    }
}
