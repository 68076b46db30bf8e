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
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** Adds answers to a case, and opens a closed one again with or without one. */
@Controller
@Access(Access.To.CUSTOMERS)
class NoteController {

    private final Cases cases;
    private final Conversation conversation;
    private final CaseAccess access;
    private final CasePages pages;
    private final Attachments attachments;

    NoteController(
            Cases cases, Conversation conversation, CaseAccess access, CasePages pages, Attachments attachments) {
        this.cases = cases;
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
        var found = find(me, number);
        var files = attachments.takeFrom(me, request);
        var form = Form.of(request, errors).with(files.problems());
        if (sent.blank() && files.kept().isEmpty() && !form.hasProblems()) {
            form = form.with(FieldProblem.of("body", "cases.error.note"));
        }
        if (form.hasProblems()) {
            return pages.wrong(me, found, form, files);
        }
        try {
            conversation.add(me, found, sent.publicNote(files.ids()));
        } catch (FilesRefused refused) {
            return pages.wrong(me, found, form.with(refused.problem()), files);
        } catch (CaseClosed closed) {
            return pages.wrong(me, found, form.with(FieldProblem.of("body", "cases.error.closed")), files);
        }
        Notices.leave(response, "cases.notice.noted");
        return new ModelAndView("redirect:/cases/" + found);
    }

    @PostMapping("/cases/{number}/reopening")
    ModelAndView reopen(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @Valid NoteForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = find(me, number);
        var files = attachments.takeFrom(me, request);
        var form = Form.of(request, errors).with(files.problems());
        if (form.hasProblems()) {
            return pages.wrong(me, found, form, files);
        }
        try {
            cases.reopen(me, found, sent.publicNote(files.ids()));
        } catch (FilesRefused refused) {
            return pages.wrong(me, found, form.with(refused.problem()), files);
        } catch (TooLateToReopen late) {
            return pages.wrong(me, found, form.with(FieldProblem.of("body", "cases.error.tooLate")), files);
        }
        Notices.leave(response, "cases.notice.reopened");
        return new ModelAndView("redirect:/cases/" + found);
    }

    private CaseNumber find(Actor me, String number) {
        return CaseNumber.parse(number)
                .map(parsed -> access.find(me, parsed).number())
                .orElseThrow(Refusal.NotFound::new);
    }
}
