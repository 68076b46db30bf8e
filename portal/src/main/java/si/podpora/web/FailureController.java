package si.podpora.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for what failed before a controller was reached. */
@Controller
class FailureController implements ErrorController {

    @RequestMapping("/error")
    @Access(Access.To.ANYONE)
    ModelAndView fail(HttpServletRequest request) {
        return RefusalPages.page(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? HttpStatusCode.valueOf(status)
                        : HttpStatus.NOT_FOUND);
    }
}
