package si.podpora.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What answers a form that did not go through: its page once more, with what was typed and why. */
public final class FormAgain {

    private FormAgain() {}

    /** Something that was typed is wrong: 422. */
    public static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** What was typed is right, but does not go together with what there is by now: 409. */
    public static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
