package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Notices;

/** What follows when something that a company has is kept: back to the company, or the form again. */
final class KeptPages {

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

    /** The form with what is wrong. */
    static ModelAndView wrong(ModelAndView form) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }

    /** The form with what somebody else has saved meanwhile. */
    static ModelAndView overtaken(ModelAndView form, List<Meanwhile> now) {
        form.setStatus(HttpStatus.CONFLICT);
        return form.addObject("now", now);
    }

    private static ModelAndView back(long company, String notice, HttpServletResponse response) {
        Notices.leave(response, notice);
        return new ModelAndView("redirect:/desk/companies/" + company);
    }
}
