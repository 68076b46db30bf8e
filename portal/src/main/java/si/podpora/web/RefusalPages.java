package si.podpora.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** The page for every refusal and failure, in the reader's language. */
@ControllerAdvice
class RefusalPages {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPages.class);

    private final ParkedFormHandler parkedForms;

    RefusalPages(ParkedFormHandler parkedForms) {
        this.parkedForms = parkedForms;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        return switch (refusal) {
            case Refusal.NotFound notFound -> page(HttpStatus.NOT_FOUND);
            case Refusal.NotAllowed notAllowed -> page(HttpStatus.FORBIDDEN);
            case Refusal.TooOften tooOften -> page(HttpStatus.TOO_MANY_REQUESTS);
            case Refusal.NotSignedIn notSignedIn -> {
                parkedForms.toSignIn(request, response);
                yield null;
            }
        };
    }

    /** An address with a word where a number belongs leads nowhere. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView noSuchAddress() {
        return page(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge() {
        return page(HttpStatus.CONTENT_TOO_LARGE);
    }

    /** The browser has gone; nobody reads an answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    /** The address or the body is not what it says it is: broken encoding, broken parts, too many fields. */
    @ExceptionHandler
    ModelAndView unreadable(InvalidParameterException unreadable) {
        return page(HttpStatusCode.valueOf(unreadable.getErrorCode()));
    }

    @ExceptionHandler({RequestRejectedException.class, MultipartException.class})
    ModelAndView unreadable() {
        return page(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView fail(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(known.getStatusCode());
        }
        LOG.error("A request failed", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    static ModelAndView page(HttpStatusCode status) {
        var view = new ModelAndView("web/refusal");
        view.setStatus(status);
        view.addObject("status", status.value());
        return view;
    }
}
