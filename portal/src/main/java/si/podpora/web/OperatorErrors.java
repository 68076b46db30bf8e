package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what fails on the operator's port with a status and no page. The servlet there asks the portal's
 * resolvers of exceptions, too, but has none of its views: {@link RefusalPages} would have it forward to
 * an address that is none, and that again, until the stack is full.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperatorErrors implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorErrors.class);

    private final OperatorPort port;

    OperatorErrors(OperatorPort port) {
        this.port = port;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!port.received(request)) {
            return null;
        }
        try {
            response.sendError(status(failure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static int status(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return known.getStatusCode().value();
        }
        if (failure instanceof InvalidParameterException unreadable) {
            return unreadable.getErrorCode();
        }
        LOG.error("A request on the operator's port failed", failure);
        return HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
