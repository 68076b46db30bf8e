package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.EventWords;
import si.podpora.cases.NewNote;
import si.podpora.cases.Visibility;
import si.podpora.files.Attachments;
import si.podpora.files.FilesRefused;
import si.podpora.files.UploadField;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;

/** Notes of the help desk: internal ones, and replies to the customer. */
@Controller
@Access(Access.To.STAFF)
class AnswersController {

    private final DeskCases cases;
    private final Answers answers;
    private final Attachments attachments;
    private final EventWords eventWords;

    AnswersController(DeskCases cases, Answers answers, Attachments attachments, EventWords eventWords) {
        this.cases = cases;
        this.answers = answers;
        this.attachments = attachments;
        this.eventWords = eventWords;
    }

    @PostMapping("/desk/cases/{number}/notes")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @Valid Answer answer,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        var files = attachments.takeFrom(me, request);
        var form = Form.of(request, errors).with(files.problems());
        if (answer.wordless() && files.kept().isEmpty() && !form.hasProblems() && !answers.has(me, answer)) {
            form = form.with(FieldProblem.of("body", "helpdesk.error.wordless"));
        }
        if (form.hasProblems()) {
            return again(me, asked, form, files);
        }
        var visibility = Objects.requireNonNull(answer.visibility());
        var note = new NewNote(
                Objects.requireNonNull(answer.key()),
                Objects.requireNonNullElse(answer.body(), ""),
                visibility,
                files.ids());
        try {
            if (!answers.add(me, asked, note, answer.seen())) {
                return again(me, asked, form.with(FieldProblem.of("body", "helpdesk.error.overtaken")), files);
            }
        } catch (FilesRefused refused) {
            return again(me, asked, form.with(refused.problem()), files);
        }
        Notices.leave(response, visibility == Visibility.PUBLIC ? "helpdesk.notice.replied" : "helpdesk.notice.noted");
        return new ModelAndView(CaseAddress.redirect(asked));
    }

    /** The case as it is now, with all that was typed. */
    private ModelAndView again(Actor me, CaseNumber number, Form form, UploadField files) {
        var view = new ModelAndView("helpdesk/case");
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("found", cases.find(me, number, null));
        view.addObject("eventWords", eventWords);
        view.addObject("form", form);
        view.addObject("me", me.id());
        view.addObject("upload", new UploadField(files.kept(), List.of(), files.maxSize(), files.maxCaseSize()));
        return view;
    }
}
