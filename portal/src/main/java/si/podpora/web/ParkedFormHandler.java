package si.podpora.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What becomes of a form that cannot be taken now, because its token is stale or the session has run out:
 * what was typed is kept and shown again, after signing in where that is needed.
 */
@Component
class ParkedFormHandler implements AccessDeniedHandler {

    private final ParkedForms parkedForms;

    ParkedFormHandler(ParkedForms parkedForms) {
        this.parkedForms = parkedForms;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof CsrfException) || fetched(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var page = parkedForms.park(request, response);
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Notices.leave(response, "web.notice.formExpired" + files(request));
        seeOther(response, page.get());
    }

    /** Sends a visitor to the sign-in page and from there back to where he wanted. */
    void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (fetched(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var get = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var page = get ? Optional.of(request.getRequestURI() + query) : parkedForms.park(request, response);
        if (!get && page.isPresent()) {
            Notices.leave(response, "web.notice.sessionEnded" + files(request));
        }
        var next = page.orElse("/");
        seeOther(response, "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /** Files are not kept: who has chosen some is told so. */
    private static String files(HttpServletRequest request) throws IOException, ServletException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return "";
        }
        return request.getParts().stream().map(Part::getSubmittedFileName).anyMatch(StringUtils::hasText)
                ? "Files"
                : "";
    }

    /** Whether a script asked rather than the browser itself: a redirect would not help it. */
    private static boolean fetched(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }

    private static void seeOther(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}
