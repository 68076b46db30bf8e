package si.podpora.helpdesk.assignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** Which skills there are, and who of the help desk has which, speaks what and takes how much. */
@Controller
@Access(Access.To.ADMINISTRATORS)
class SkillsController {

    /** Languages to choose from; the names come from CLDR. */
    static final List<String> LANGUAGES = List.of("sl", "en", "hr", "sr", "bs", "mk", "de", "it", "hu", "fr");

    private final Skills skills;

    SkillsController(Skills skills) {
        this.skills = skills;
    }

    @GetMapping("/desk/skills")
    ModelAndView list() {
        return new ModelAndView("assignment/skills")
                .addObject("skills", skills.all())
                .addObject("people", skills.abilities());
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
            return wrong(page(null, form));
        }
        var saved = skills.add(Objects.requireNonNull(typed.name()), Objects.requireNonNull(typed.terms()));
        return saved == Saved.TAKEN ? wrong(page(null, taken(form))) : done(response, "assignment.notice.saved");
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
            return wrong(page(require(id), form));
        }
        var saved = skills.edit(
                id,
                Objects.requireNonNullElse(typed.version(), -1),
                Objects.requireNonNull(typed.name()),
                Objects.requireNonNull(typed.terms()));
        return switch (saved) {
            case DONE -> done(response, "assignment.notice.saved");
            case TAKEN -> wrong(page(require(id), taken(form)));
            case OVERTAKEN -> conflict(page(require(id), form.with(FieldProblem.of("", "assignment.error.overtaken"))));
        };
    }

    @PostMapping("/desk/skills/{id}/removal")
    ModelAndView remove(@PathVariable long id, HttpServletResponse response) {
        skills.remove(id);
        return done(response, "assignment.notice.skillRemoved");
    }

    @GetMapping("/desk/skills/people/{person}")
    ModelAndView person(@PathVariable long person, Form typed) {
        var now = abilities(person);
        return abilitiesPage(now, typed.isEmpty() ? form(now) : typed);
    }

    @PostMapping("/desk/skills/people/{person}")
    ModelAndView set(
            @PathVariable long person,
            @Valid AbilitiesForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var now = abilities(person);
        var form = Form.of(request, errors);
        if (form.hasProblems()) {
            return wrong(abilitiesPage(now, form));
        }
        var saved = skills.set(
                person,
                Objects.requireNonNullElse(typed.version(), -1),
                typed.skills(),
                typed.languages(),
                typed.cap(),
                typed.automatic());
        return saved == Saved.DONE
                ? done(response, "assignment.notice.saved")
                : conflict(
                        abilitiesPage(abilities(person), form.with(FieldProblem.of("", "assignment.error.overtaken"))));
    }

    private Form checked(SkillForm typed, Form form) {
        return !form.hasProblems() && !skills.hasTerms(Objects.requireNonNullElse(typed.terms(), ""))
                ? form.with(FieldProblem.of("terms", "web.error.required"))
                : form;
    }

    private static Form form(Abilities now) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("skill", now.skills().stream().map(String::valueOf).toList());
        values.put("language", now.languages());
        values.put("mostOpen", List.of(Objects.toString(now.mostOpen(), "")));
        values.put("automatic", List.of(Boolean.toString(now.automatic())));
        return Form.of(values);
    }

    private static Form taken(Form form) {
        return form.with(FieldProblem.of("name", "assignment.error.name"));
    }

    private Skill require(long id) {
        return skills.find(id).orElseThrow(Refusal.NotFound::new);
    }

    private Abilities abilities(long person) {
        return skills.abilities(person).orElseThrow(Refusal.NotFound::new);
    }

    private static ModelAndView page(@Nullable Skill skill, Form form) {
        return new ModelAndView("assignment/skill").addObject("skill", skill).addObject("form", form);
    }

    private ModelAndView abilitiesPage(Abilities now, Form form) {
        return new ModelAndView("assignment/person")
                .addObject("person", now)
                .addObject("skills", skills.all())
                .addObject("languages", LANGUAGES)
                .addObject("form", form);
    }

    private static ModelAndView done(HttpServletResponse response, String notice) {
        Notices.leave(response, notice);
        return new ModelAndView("redirect:/desk/skills");
    }

    private static ModelAndView wrong(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView conflict(ModelAndView view) {
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }
}
