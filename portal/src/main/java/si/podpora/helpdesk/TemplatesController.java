package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The templates and macros, kept by those who lead the help desk. */
@Controller
@Access(Access.To.SUPERVISORS)
class TemplatesController {

    private final ReplyTemplates templates;
    private final Macros macros;

    TemplatesController(ReplyTemplates templates, Macros macros) {
        this.templates = templates;
        this.macros = macros;
    }

    @GetMapping("/desk/templates")
    ModelAndView list() {
        return new ModelAndView("deskcase/templates")
                .addObject("templates", templates.all())
                .addObject("macros", macros.all());
    }

    @GetMapping("/desk/templates/new")
    ModelAndView blank(Form form) {
        return page(null, form);
    }

    @GetMapping("/desk/templates/{id}")
    ModelAndView show(@PathVariable long id, Form form) {
        var template = templates.find(id).orElseThrow(Refusal.NotFound::new);
        return page(id, form.isEmpty() ? ReplyTemplateForm.of(template) : form);
    }

    @PostMapping("/desk/templates")
    ModelAndView create(@AuthenticationPrincipal Actor me, HttpServletRequest request, HttpServletResponse response) {
        return save(me, null, request, response);
    }

    @PostMapping("/desk/templates/{id}")
    ModelAndView change(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return save(me, id, request, response);
    }

    @PostMapping("/desk/templates/{id}/removal")
    String end(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        templates.end(me, id);
        Notices.leave(response, "templates.notice.ended");
        return "redirect:/desk/templates";
    }

    private ModelAndView save(Actor me, @Nullable Long id, HttpServletRequest request, HttpServletResponse response) {
        var form = ReplyTemplateForm.checked(request);
        if (form.hasProblems()) {
            return FormAgain.wrong(page(id, form));
        }
        templates.save(me, id, form.value("name").strip(), ReplyTemplateForm.texts(form));
        Notices.leave(response, "templates.notice.saved");
        return new ModelAndView("redirect:/desk/templates");
    }

    private static ModelAndView page(@Nullable Long id, Form form) {
        return new ModelAndView("deskcase/template")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("placeholders", Placeholders.NAMES);
    }
}
