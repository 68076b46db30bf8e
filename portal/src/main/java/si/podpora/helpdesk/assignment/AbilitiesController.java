package si.podpora.helpdesk.assignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
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
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** Who of the help desk has which skills, speaks what and takes how much. */
@Controller
@Access(Access.To.ADMINISTRATORS)
class AbilitiesController {

    /** Languages to choose from; the names come from CLDR. */
    static final List<String> LANGUAGES = List.of("sl", "en", "hr", "sr", "bs", "mk", "de", "it", "hu", "fr");

    private final StaffAbilities abilities;
    private final Skills skills;

    AbilitiesController(StaffAbilities abilities, Skills skills) {
        this.abilities = abilities;
        this.skills = skills;
    }

    @GetMapping("/desk/skills/people/{person}")
    ModelAndView edit(@PathVariable long person, Form typed) {
        var now = require(person);
        return page(now, typed.isEmpty() ? AbilitiesForm.of(now) : typed);
    }

    @PostMapping("/desk/skills/people/{person}")
    ModelAndView save(
            @PathVariable long person,
            @Valid AbilitiesForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var now = require(person);
        var form = Form.of(request, errors);
        if (form.hasProblems()) {
            return FormAgain.wrong(page(now, form));
        }
        var saved = abilities.set(
                person,
                Objects.requireNonNullElse(typed.version(), -1),
                typed.skills(),
                typed.languages(),
                typed.cap(),
                typed.takesAutomatically());
        return saved == Saved.DONE
                ? SkillsController.saved(response)
                : FormAgain.conflict(
                        page(require(person), form.with(FieldProblem.of("", "assignment.error.overtaken"))));
    }

    private Abilities require(long person) {
        return abilities.find(person).orElseThrow(Refusal.NotFound::new);
    }

    private ModelAndView page(Abilities now, Form form) {
        return new ModelAndView("assignment/person")
                .addObject("person", now)
                .addObject("skills", skills.all())
                .addObject("languages", LANGUAGES)
                .addObject("form", form);
    }
}
