package si.podpora.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** A jte template as Spring's view: compiled, straight to bytes. */
final class TemplateView implements View {

    private final TemplateEngine templates;
    private final Pages pages;
    private final String template;

    TemplateView(TemplateEngine templates, Pages pages, String template) {
        this.templates = templates;
        this.pages = pages;
        this.template = template;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = pages.of(request);
        var parameters = new HashMap<String, Object>();
        if (model != null) {
            parameters.putAll(model);
        }
        parameters.put("page", page);
        var output = new Utf8ByteOutput();
        templates.render(template, parameters, output);
        if (page.notice() != null) {
            Notices.shown(response);
        }
        response.setContentType("text/html;charset=UTF-8");
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setContentLength(output.getContentLength());
        // In one piece: every write goes through the wrappers of the filters.
        response.getOutputStream().write(output.toByteArray());
    }
}
