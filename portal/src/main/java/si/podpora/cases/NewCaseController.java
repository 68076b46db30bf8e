package si.podpora.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Applicants;
import si.podpora.coverage.Coverage;
import si.podpora.files.Attachments;
import si.podpora.files.FilesRefused;
import si.podpora.files.UploadField;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.FormKey;
import si.podpora.web.Notices;

/** The form for a new case. */
@Controller
@Access(Access.To.CUSTOMERS)
class NewCaseController {

    private final Cases cases;
    private final CaseAccess access;
    private final Drafts drafts;
    private final Coverage coverage;
    private final Attachments attachments;
    private final Applicants applicants;
    private final Clock clock;

    NewCaseController(
            Cases cases,
            CaseAccess access,
            Drafts drafts,
            Coverage coverage,
            Attachments attachments,
            Applicants applicants,
            Clock clock) {
        this.cases = cases;
        this.access = access;
        this.drafts = drafts;
        this.coverage = coverage;
        this.attachments = attachments;
        this.applicants = applicants;
        this.clock = clock;
    }

    @GetMapping("/cases/new")
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @RequestParam(defaultValue = "") String follows,
            Form typed,
            HttpServletResponse response) {
        // Who comes back to the form by the browser's button finds it with its key, so that sending it again makes one
        // case.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (!typed.isEmpty()) {
            return page(me, typed, attachments.field(me, typed));
        }
        var draft = drafts.find(me, Drafts.NEW_CASE);
        var form = draft.map(Drafts.Draft::form).orElseGet(() -> continuing(me, follows));
        return page(me, form, attachments.field(me, form))
                .addObject("draftAt", draft.map(Drafts.Draft::at).orElse(null));
    }

    @PostMapping("/cases")
    ModelAndView create(
            @AuthenticationPrincipal Actor me,
            @Valid NewCaseForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var files = attachments.takeFrom(me, request);
        var form = Form.of(request)
                .with(NewCaseForm.inOrder(Form.of(request, errors).problems()))
                .with(files.problems());
        var company = me.memberships().size() > 1 ? sent.companyKey() : me.homeCompany();
        if (me.memberships().size() > 1 && (company == null || !me.companies().contains(company))) {
            form = form.with(FieldProblem.of("company", "cases.error.company"));
        } else if (!mayUse(me, sent.entitlementKey(), company)) {
            form = form.with(FieldProblem.of("entitlement", "cases.error.entitlement"));
        }
        if (form.hasProblems()) {
            return wrong(me, form, files);
        }
        try {
            var number = cases.submit(me, sent.newCase(files.ids(), company));
            Notices.leave(response, "cases.notice.submitted");
            return new ModelAndView("redirect:/cases/" + number);
        } catch (FilesRefused refused) {
            return wrong(me, form.with(refused.problem()), files);
        }
    }

    private ModelAndView wrong(Actor me, Form form, UploadField files) {
        return FormAgain.wrong(page(me, form, files));
    }

    private ModelAndView page(Actor me, Form form, UploadField files) {
        return new ModelAndView("cases/new")
                .addObject("form", form)
                .addObject("files", files)
                .addObject("key", FormKey.of(form).toString())
                .addObject("entitlements", coverage.entitlements(me.companies(), today(me)))
                .addObject("systems", coverage.systems(me.companies()))
                .addObject(
                        "device",
                        coverage.device(form.value("serial"), me.companies()).orElse(null))
                .addObject("memberships", me.memberships())
                .addObject("awaitsAdmission", me.memberships().isEmpty() && applicants.isOne(me))
                .addObject("today", today(me))
                .addObject("follows", form.value("follows"));
    }

    /** A form that continues a closed case. */
    private Form continuing(Actor me, String number) {
        return CaseNumber.parse(number)
                .map(parsed -> access.find(me, parsed))
                .map(before -> Form.of(
                        "follows",
                        before.number().text(),
                        "type",
                        before.type().code(),
                        "title",
                        before.title(),
                        "company",
                        before.companyId() == null ? "" : before.companyId().toString()))
                .orElseGet(Form::empty);
    }

    /** An entitlement is of the company that the case is for. */
    private boolean mayUse(Actor me, @Nullable Long entitlement, @Nullable Long company) {
        return entitlement == null
                || company != null
                        && coverage.entitlement(entitlement, List.of(company), today(me))
                                .isPresent();
    }

    private LocalDate today(Actor me) {
        return me.day(clock.instant());
    }
}
