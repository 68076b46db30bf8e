package si.podpora.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.escape.Escape;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Puts into every form that posts the CSRF token and the page it stands on, so that what was typed can be
 * shown there again when the session ran out in between.
 */
final class FormGuard implements HtmlInterceptor {

    /** Name of the hidden field with the form's page. */
    static final String PAGE_FIELD = "_page";

    /** Name of the hidden field with the key of the person whom the form was made for. */
    static final String PERSON_FIELD = "_person";

    /** Request attribute: whether the form that is being written posts. */
    private static final String POSTS = FormGuard.class.getName();

    @Override
    public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {
        request().setAttribute(POSTS, "post".equals(attributes.get("method")));
    }

    /** Called just before the closing tag: the place where fields may stand. */
    @Override
    public void onHtmlTagClosed(String name, TemplateOutput output) {
        var request = request();
        if (!Boolean.TRUE.equals(request.getAttribute(POSTS))) {
            return;
        }
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            hidden(output, token.getParameterName(), token.getToken());
        }
        hidden(output, PAGE_FIELD, formPage(request));
        var reader = Pages.reader();
        if (reader != null) {
            hidden(output, PERSON_FIELD, Long.toString(reader.id()));
        }
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** The page that a form stands on; one shown again after an error keeps the page that it came from. */
    static String formPage(HttpServletRequest request) {
        var before = "POST".equals(request.getMethod()) ? request.getParameter(PAGE_FIELD) : null;
        return LocalPath.of(before != null ? before : request.getRequestURI());
    }

    private static void hidden(TemplateOutput output, String name, String value) {
        output.writeContent("<input type=\"hidden\" name=\"" + name + "\" value=\"");
        Escape.htmlAttribute(value, output);
        output.writeContent("\">");
    }
}
