package si.podpora.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for what failed before a controller was reached; programs get a problem (RFC 9457). */
@Controller
class FailureController implements ErrorController {

    @RequestMapping("/error")
    @Access(Access.To.ANYONE)
    Object fail(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known
                ? HttpStatusCode.valueOf(known)
                : HttpStatus.NOT_FOUND;
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return asked.startsWith("/api/")
                ? ResponseEntity.of(ProblemDetail.forStatus(status)).build()
                : RefusalPages.page(status);
    }
}
