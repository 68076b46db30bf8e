package si.podpora.files;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.Page;

/** A feature with a form that takes files, and a say in who may read them. */
@TestConfiguration(proxyBeanMethods = false)
@Import({FilesStage.Letters.class, FilesStage.Readers.class})
class FilesStage {

    /** Who may read files that are attached, whatever they are attached to. */
    static class Readers implements FileAccess {

        final Set<Long> admitted = ConcurrentHashMap.newKeySet();

        @Override
        public boolean mayRead(Actor me, Attachment attachment) {
            return admitted.contains(me.id());
        }
    }

    /** The form: one text and files. Every POST is answered with the same form again. */
    @org.springframework.stereotype.Controller
    @Access(Access.To.SIGNED_IN)
    static class Letters {

        private final Attachments attachments;
        private final TemplateEngine templates;

        Letters(Attachments attachments, TemplateEngine templates) {
            this.attachments = attachments;
            this.templates = templates;
        }

        @GetMapping("/letters")
        ModelAndView show(@AuthenticationPrincipal Actor me, Form form, Page page, HttpServletRequest request) {
            return view(form, attachments.field(me, form), page, request);
        }

        @PostMapping("/letters")
        ModelAndView create(@AuthenticationPrincipal Actor me, Form form, Page page, HttpServletRequest request) {
            var files = attachments.takeFrom(me, request);
            var view = view(form.with(files.problems()), files, page, request);
            view.setStatus(files.hasProblems() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
            return view;
        }

        private ModelAndView view(Form form, UploadField files, Page page, HttpServletRequest request) {
            var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            Content content = output -> {
                output.writeContent("<div class=\"column\"><h1>Pismo</h1>");
                templates.render("web/problems.jte", Map.of("page", page, "form", form), output);
                output.writeContent("<form method=\"post\" action=\"/letters\" enctype=\"multipart/form-data\">"
                        + "<input type=\"hidden\" name=\"_csrf\" value=\"" + token.getToken() + "\">"
                        + "<input type=\"hidden\" name=\"_page\" value=\"/letters\">");
                templates.render(
                        "web/field.jte",
                        Map.of("page", page, "form", form, "name", "words", "label", "Besedilo", "rows", 4),
                        output);
                templates.render("files/field.jte", Map.of("page", page, "form", form, "files", files), output);
                output.writeContent("<div class=\"form-actions\"><button class=\"btn btn-primary\">Pošlji</button>"
                        + "</div></form>");
                templates.render("files/list.jte", Map.of("page", page, "attachments", files.kept()), output);
                output.writeContent("</div>");
            };
            return new ModelAndView(
                    "web/layout", new java.util.HashMap<>(Map.of("title", "Pismo", "content", content)));
        }
    }
}
