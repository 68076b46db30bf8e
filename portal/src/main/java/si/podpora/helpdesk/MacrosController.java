package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.StatusReason;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Writes the macros. */
@Controller
@Access(Access.To.SUPERVISORS)
class MacrosController {

    private final ReplyTemplates templates;
    private final Macros macros;

    MacrosController(ReplyTemplates templates, Macros macros) {
        this.templates = templates;
        this.macros = macros;
    }

    /** A macro as its form sends it. */
    record MacroForm(
            @NotBlank(message = "web.error.required") @Size(max = 100, message = "web.error.tooLong") @Nullable
            String name,

            @Nullable Long template,
            @Nullable StatusReason status,
            @NotNull(message = "web.error.required") Macro.@Nullable Owner owner,
            @Nullable String tags) {

        boolean doesNothing() {
            return template == null
                    && status == null
                    && owner == Macro.Owner.KEEP
                    && tagNames().isEmpty();
        }

        /** Between commas; the same name twice is one. */
        List<String> tagNames() {
            return tags == null
                    ? List.of()
                    : Arrays.stream(tags.split(","))
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    @GetMapping("/desk/macros/new")
    ModelAndView blank(Form form) {
        return page(null, form.isEmpty() ? Form.of("owner", Macro.Owner.KEEP.name()) : form);
    }

    @GetMapping("/desk/macros/{id}")
    ModelAndView show(@PathVariable long id, Form form) {
        var macro = macros.find(id).orElseThrow(Refusal.NotFound::new);
        return page(
                id,
                !form.isEmpty()
                        ? form
                        : Form.of(
                                "name",
                                macro.name(),
                                "template",
                                macro.templateId() == null
                                        ? ""
                                        : macro.templateId().toString(),
                                "status",
                                macro.status() == null ? "" : macro.status().name(),
                                "owner",
                                macro.owner().name(),
                                "tags",
                                String.join(", ", macro.tags())));
    }

    @PostMapping("/desk/macros")
    ModelAndView create(
            @AuthenticationPrincipal Actor me,
            @Valid MacroForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        return save(me, null, sent, Form.of(request, errors), response);
    }

    @PostMapping("/desk/macros/{id}")
    ModelAndView change(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @Valid MacroForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        return save(me, id, sent, Form.of(request, errors), response);
    }

    @PostMapping("/desk/macros/{id}/removal")
    String end(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        macros.end(me, id);
        Notices.leave(response, "templates.notice.macroEnded");
        return "redirect:/desk/templates";
    }

    private ModelAndView save(Actor me, @Nullable Long id, MacroForm sent, Form typed, HttpServletResponse response) {
        var form = typed;
        if (!form.hasProblems() && sent.doesNothing()) {
            form = form.with(FieldProblem.of("template", "templates.error.nothing"));
        }
        if (sent.template() != null && templates.find(sent.template()).isEmpty()) {
            form = form.with(FieldProblem.of("template", "web.error.invalid"));
        }
        if (sent.tagNames().size() > Tags.MOST_ON_A_CASE
                || sent.tagNames().stream().anyMatch(name -> Tags.name(name).isEmpty())) {
            form = form.with(
                    FieldProblem.of("tags", "templates.error.tags", "most", Tags.MOST_ON_A_CASE, "n", Tags.LONGEST));
        }
        if (form.hasProblems() || sent.name() == null || sent.owner() == null) {
            return FormAgain.wrong(page(id, form));
        }
        macros.save(me, id, sent.name().strip(), sent.template(), sent.status(), sent.owner(), sent.tagNames());
        Notices.leave(response, "templates.notice.macroSaved");
        return new ModelAndView("redirect:/desk/templates");
    }

    private ModelAndView page(@Nullable Long id, Form form) {
        return new ModelAndView("deskcase/macro")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("templates", templates.all());
    }
}
