package si.podpora.helpdesk.assignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** Absences with their substitutes: the own, and for who leads the help desk everybody's. */
@Controller
@Access(Access.To.STAFF)
class AbsencesController {

    private final Absences absences;
    private final Clock clock;

    AbsencesController(Absences absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    @GetMapping("/desk/absences")
    ModelAndView show(@AuthenticationPrincipal Actor me, Form typed) {
        return page(me, typed.isEmpty() ? Form.of("person", Long.toString(me.id())) : typed);
    }

    @PostMapping("/desk/absences")
    ModelAndView enter(
            @AuthenticationPrincipal Actor me,
            @Valid AbsenceForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var whose = Objects.requireNonNullElse(typed.person(), me.id());
        var form = Form.of(request, errors).with(typed.problems(today(me), whose));
        if (form.hasProblems()) {
            return wrong(me, form);
        }
        var entered = absences.enter(
                me,
                whose,
                Objects.requireNonNull(typed.firstDay()),
                Objects.requireNonNull(typed.lastDay()),
                typed.substitute());
        if (!entered) {
            return wrong(me, form.with(FieldProblem.of("firstDay", "assignment.error.overlap")));
        }
        Notices.leave(response, "assignment.notice.absence");
        return new ModelAndView("redirect:/desk/absences");
    }

    @PostMapping("/desk/absences/{id}/removal")
    String remove(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        absences.remove(me, id);
        Notices.leave(response, "assignment.notice.removed");
        return "redirect:/desk/absences";
    }

    private ModelAndView wrong(Actor me, Form form) {
        return FormAgain.wrong(page(me, form));
    }

    private ModelAndView page(Actor me, Form form) {
        return new ModelAndView("assignment/absences")
                .addObject("absences", absences.coming(me, today(me)))
                .addObject("colleagues", absences.colleagues())
                .addObject("leads", me.isSupervisor())
                .addObject("today", today(me))
                .addObject("form", form);
    }

    private LocalDate today(Actor me) {
        return me.day(clock.instant());
    }
}
