package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Tells the operator's port from the portal's own: another servlet serves it, in a context below the portal's. */
@Component
class OperatorPort {

    private final WebApplicationContext portal;

    OperatorPort(WebApplicationContext portal) {
        this.portal = portal;
    }

    /** Whether a request that a servlet has taken up came in there. */
    boolean received(HttpServletRequest request) {
        return RequestContextUtils.findWebApplicationContext(request) != portal;
    }
}
