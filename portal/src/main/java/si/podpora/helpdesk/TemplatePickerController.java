package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.EventWords;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.FormKey;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Offers the templates, filled in for a case in its customer's language, and does the macros. */
@Controller
@Access(Access.To.STAFF)
class TemplatePickerController {

    private final DeskCases cases;
    private final OfferedTemplates templates;
    private final Macros macros;
    private final EventWords eventWords;

    TemplatePickerController(DeskCases cases, OfferedTemplates templates, Macros macros, EventWords eventWords) {
        this.cases = cases;
        this.templates = templates;
        this.macros = macros;
        this.eventWords = eventWords;
    }

    @GetMapping("/desk/cases/{number}/templates")
    ModelAndView list(@AuthenticationPrincipal Actor me, @PathVariable String number) {
        var found = cases.find(me, CaseAddress.number(number), null);
        return new ModelAndView("deskcase/picker")
                .addObject("found", found)
                .addObject("texts", templates.all(me, found))
                .addObject("macros", macros.all());
    }

    /** What a macro will do; nothing is done yet. */
    @GetMapping("/desk/cases/{number}/macros/{id}")
    ModelAndView ask(
            @AuthenticationPrincipal Actor me, @PathVariable String number, @PathVariable long id, Form typed) {
        var macro = macros.find(id).orElseThrow(Refusal.NotFound::new);
        var found = cases.find(me, CaseAddress.number(number), null);
        var form = typed;
        if (form.isEmpty()) {
            form = Form.of(
                    "key",
                    FormKey.of(form).toString(),
                    "reply",
                    macro.templateId() == null
                            ? ""
                            : templates
                                    .find(me, found, macro.templateId())
                                    .map(OfferedTemplates.Offered::text)
                                    .orElse(""));
        }
        return page(found, macro, form);
    }

    @PostMapping("/desk/cases/{number}/macros/{id}")
    ModelAndView run(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(required = false) @Nullable Instant seen,
            HttpServletRequest request,
            HttpServletResponse response) {
        var macro = macros.find(id).orElseThrow(Refusal.NotFound::new);
        var asked = CaseAddress.number(number);
        if (macro.templateId() != null && (reply.isBlank() || reply.length() > Answer.LONGEST)) {
            var problem = reply.isBlank()
                    ? FieldProblem.of("reply", "web.error.required")
                    : FieldProblem.of("reply", "web.error.tooLong", "max", Answer.LONGEST);
            return FormAgain.wrong(
                    page(cases.find(me, asked, null), macro, Form.of(request).with(problem)));
        }
        var outcome = macros.run(me, asked, macro, key, reply, seen);
        if (outcome == Macros.Outcome.OVERTAKEN) {
            var found = cases.find(me, asked, null);
            return FormAgain.conflict(page(found, macro, Form.of(request)))
                    .addObject("overtaken", true)
                    .addObject("fresh", DeskPages.since(me, found, seen));
        }
        Notices.leave(
                response,
                outcome == Macros.Outcome.DONE ? "templates.notice.done" : "templates.notice.doneWithoutTags");
        return new ModelAndView(CaseAddress.redirect(asked));
    }

    private ModelAndView page(DeskCase found, Macro macro, Form form) {
        return new ModelAndView("deskcase/macro-run")
                .addObject("found", found)
                .addObject("macro", macro)
                .addObject("form", form)
                .addObject("eventWords", eventWords)
                .addObject("overtaken", false)
                .addObject("fresh", List.of());
    }
}
