package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.files.Attachments;
import si.podpora.files.FilesRefused;
import si.podpora.files.UploadField;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** What the help desk writes: internal notes, and replies to the customer. */
@Controller
@Access(Access.To.STAFF)
class AnswersController {

    private final DeskPages pages;
    private final Answers answers;
    private final Attachments attachments;

    AnswersController(DeskPages pages, Answers answers, Attachments attachments) {
        this.pages = pages;
        this.answers = answers;
        this.attachments = attachments;
    }

    @PostMapping("/desk/cases/{number}/notes")
    ModelAndView note(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @Valid Answer answer,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        return add(me, CaseAddress.number(number), Box.NOTE, answer, Form.of(request, errors), request, response);
    }

    /** 409 if the case has changed since the page was made: the page shows what is new, and sends the second time. */
    @PostMapping("/desk/cases/{number}/replies")
    ModelAndView reply(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @Valid Answer answer,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        return add(me, CaseAddress.number(number), Box.REPLY, answer, Form.of(request, errors), request, response);
    }

    private ModelAndView add(
            Actor me,
            CaseNumber number,
            Box box,
            Answer answer,
            Form sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var files = attachments.takeFrom(me, request);
        var form = sent.with(files.problems());
        if (answer.text(box).isBlank() && files.kept().isEmpty() && !form.hasProblems() && !answers.has(me, answer)) {
            form = form.with(FieldProblem.of(box.field(), "helpdesk.error.wordless"));
        }
        if (form.hasProblems()) {
            return wrong(me, number, box, form, files);
        }
        try {
            if (!answers.add(me, number, answer.in(box, files.ids()), answer.seen())) {
                return pages.overtaken(me, number, box, form, files, answer.seen());
            }
        } catch (FilesRefused refused) {
            return wrong(me, number, box, form.with(refused.problem()), files);
        }
        Notices.leave(response, box == Box.REPLY ? "helpdesk.notice.replied" : "helpdesk.notice.noted");
        return new ModelAndView(CaseAddress.redirect(number));
    }

    private ModelAndView wrong(Actor me, CaseNumber number, Box box, Form form, UploadField files) {
        return FormAgain.wrong(pages.again(me, number, box, form, files));
    }
}
