package si.podpora.cases;

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
import si.podpora.files.Attachments;
import si.podpora.files.FilesRefused;
import si.podpora.files.UploadField;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Adds answers to a case, and opens a closed one again with one. */
@Controller
@Access(Access.To.CUSTOMERS)
class NoteController {

    private final Closures closures;
    private final Conversation conversation;
    private final CaseAccess access;
    private final CasePages pages;
    private final Attachments attachments;

    NoteController(
            Closures closures, Conversation conversation, CaseAccess access, CasePages pages, Attachments attachments) {
        this.closures = closures;
        this.conversation = conversation;
        this.access = access;
        this.pages = pages;
        this.attachments = attachments;
    }

    @PostMapping("/cases/{number}/notes")
    ModelAndView create(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @Valid NoteForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var answer = saying("cases.error.note", received(me, number, sent, errors, request));
        return taken(answer, conversation::add, "cases.notice.noted", response);
    }

    @PostMapping("/cases/{number}/reopening")
    ModelAndView reopen(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @Valid NoteForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var answer = saying("cases.error.reopening", received(me, number, sent, errors, request));
        return taken(answer, closures::reopen, "cases.notice.reopened", response);
    }

    /** With this problem if it says nothing, unless it is the same form once more. */
    private Received saying(String problem, Received answer) {
        return answer.isEmpty() && !conversation.has(answer.me(), answer.note().key())
                ? answer.with(FieldProblem.of("body", problem))
                : answer;
    }

    /** What came with a form: the note it asks for, and what the page shows again if it cannot be had. */
    private record Received(Actor me, CaseNumber number, NewNote note, Form form, UploadField files) {

        boolean isEmpty() {
            return note.isEmpty() && !form.hasProblems();
        }

        Received with(FieldProblem problem) {
            return new Received(me, number, note, form.with(problem), files);
        }
    }

    /** A verb that takes a note. */
    private interface Verb {
        void apply(Actor me, CaseNumber number, NewNote note);
    }

    private Received received(
            Actor me, String inAddress, NoteForm sent, BindingResult errors, HttpServletRequest request) {
        var number = find(me, inAddress);
        var files = attachments.takeFrom(me, request);
        return new Received(
                me,
                number,
                sent.publicNote(files.ids()),
                Form.of(request, errors).with(files.problems()),
                files);
    }

    /** Does it, or shows the page again with what was typed and why it was not done. */
    private ModelAndView taken(Received answer, Verb verb, String notice, HttpServletResponse response) {
        if (answer.form().hasProblems()) {
            return wrong(answer);
        }
        try {
            verb.apply(answer.me(), answer.number(), answer.note());
        } catch (FilesRefused refused) {
            return wrong(answer.with(refused.problem()));
        } catch (CaseClosed closed) {
            return wrong(answer.with(FieldProblem.of("body", "cases.error.closed")));
        } catch (TooLateToReopen late) {
            return wrong(answer.with(FieldProblem.of("body", "cases.error.tooLate")));
        }
        Notices.leave(response, notice);
        return new ModelAndView("redirect:/cases/" + answer.number());
    }

    private ModelAndView wrong(Received answer) {
        return pages.wrong(answer.me(), answer.number(), answer.form(), answer.files());
    }

    private CaseNumber find(Actor me, String number) {
        return CaseNumber.parse(number)
                .map(parsed -> access.find(me, parsed).number())
                .orElseThrow(Refusal.NotFound::new);
    }
}
