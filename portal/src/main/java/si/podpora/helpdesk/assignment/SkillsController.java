package si.podpora.helpdesk.assignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** Which skills there are. */
@Controller
@Access(Access.To.ADMINISTRATORS)
class SkillsController {

    private final Skills skills;
    private final StaffAbilities abilities;

    SkillsController(Skills skills, StaffAbilities abilities) {
        this.skills = skills;
        this.abilities = abilities;
    }

    @GetMapping("/desk/skills")
    ModelAndView list() {
        return new ModelAndView("assignment/skills")
                .addObject("skills", skills.all())
                .addObject("people", abilities.all());
    }

    @GetMapping("/desk/skills/new")
    ModelAndView blank(Form typed) {
        return page(null, typed);
    }

    @PostMapping("/desk/skills")
    ModelAndView add(
            @Valid SkillForm typed, BindingResult errors, HttpServletRequest request, HttpServletResponse response) {
        var form = checked(typed, Form.of(request, errors));
        if (form.hasProblems()) {
            return FormAgain.wrong(page(null, form));
        }
        var saved = skills.add(Objects.requireNonNull(typed.name()), Objects.requireNonNull(typed.terms()));
        return saved == Saved.TAKEN ? FormAgain.wrong(page(null, taken(form))) : saved(response);
    }

    @GetMapping("/desk/skills/{id}")
    ModelAndView edit(@PathVariable long id, Form typed) {
        var skill = require(id);
        return page(skill, typed.isEmpty() ? Form.of("name", skill.name(), "terms", skill.termsText()) : typed);
    }

    @PostMapping("/desk/skills/{id}")
    ModelAndView save(
            @PathVariable long id,
            @Valid SkillForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = checked(typed, Form.of(request, errors));
        if (form.hasProblems()) {
            return FormAgain.wrong(page(require(id), form));
        }
        var saved = skills.edit(
                id,
                Objects.requireNonNullElse(typed.version(), -1),
                Objects.requireNonNull(typed.name()),
                Objects.requireNonNull(typed.terms()));
        return switch (saved) {
            case DONE -> saved(response);
            case TAKEN -> FormAgain.wrong(page(require(id), taken(form)));
            case OVERTAKEN ->
                FormAgain.conflict(page(require(id), form.with(FieldProblem.of("", "assignment.error.overtaken"))));
        };
    }

    @PostMapping("/desk/skills/{id}/removal")
    ModelAndView remove(@PathVariable long id, HttpServletResponse response) {
        skills.remove(id);
        return done(response, "assignment.notice.skillRemoved");
    }

    private Form checked(SkillForm typed, Form form) {
        return !form.hasProblems() && !skills.hasTerms(Objects.requireNonNullElse(typed.terms(), ""))
                ? form.with(FieldProblem.of("terms", "web.error.required"))
                : form;
    }

    private static Form taken(Form form) {
        return form.with(FieldProblem.of("name", "assignment.error.name"));
    }

    private Skill require(long id) {
        return skills.find(id).orElseThrow(Refusal.NotFound::new);
    }

    private static ModelAndView page(@Nullable Skill skill, Form form) {
        return new ModelAndView("assignment/skill").addObject("skill", skill).addObject("form", form);
    }

    static ModelAndView saved(HttpServletResponse response) {
        return done(response, "assignment.notice.saved");
    }

    private static ModelAndView done(HttpServletResponse response, String notice) {
        Notices.leave(response, notice);
        return new ModelAndView("redirect:/desk/skills");
    }
}
