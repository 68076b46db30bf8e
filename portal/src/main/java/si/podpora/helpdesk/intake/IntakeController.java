package si.podpora.helpdesk.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.Asker;
import si.podpora.cases.Cases;
import si.podpora.cases.Contact;
import si.podpora.cases.Handling;
import si.podpora.cases.NewCaseForm;
import si.podpora.coverage.Coverage;
import si.podpora.coverage.Devices;
import si.podpora.files.Attachments;
import si.podpora.files.FilesRefused;
import si.podpora.files.UploadField;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.FormKey;
import si.podpora.web.Notices;
import si.podpora.web.Refusal;

/** The help desk writes a case down for a customer: find the person, fill in the customer's own form. */
@Controller
@Access(Access.To.STAFF)
class IntakeController {

    private static final int FOUND = 40;

    /** To choose from. */
    private static final int MOST_DEVICES = 200;

    private static final List<Contact> CONTACTS =
            Arrays.stream(Contact.values()).filter(one -> one != Contact.PORTAL).toList();

    private final Callers callers;
    private final Cases cases;
    private final Handling handling;
    private final Coverage coverage;
    private final Devices devices;
    private final Attachments attachments;
    private final Clock clock;

    IntakeController(
            Callers callers,
            Cases cases,
            Handling handling,
            Coverage coverage,
            Devices devices,
            Attachments attachments,
            Clock clock) {
        this.callers = callers;
        this.cases = cases;
        this.handling = handling;
        this.coverage = coverage;
        this.devices = devices;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Who calls; or, once that is known, the form. */
    @GetMapping("/desk/cases/new")
    ModelAndView show(
            @AuthenticationPrincipal Actor me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable Long company,
            Form typed) {
        if (person != null) {
            var caller = callers.find(person, company).orElseThrow(Refusal.NotFound::new);
            var form = typed.isEmpty() ? Form.of("contact", Contact.PHONE.code(), "take", "true") : typed;
            return page(caller, form, attachments.field(me, form));
        }
        var query = q.replaceAll("\\p{Cntrl}", " ").strip();
        query = query.substring(0, Math.min(100, query.length()));
        var found = !query.isEmpty()
                ? callers.search(query, FOUND)
                : company != null ? callers.of(company, FOUND) : List.<Caller>of();
        return new ModelAndView("intake/callers")
                .addObject("query", query)
                .addObject("looked", !query.isEmpty() || company != null)
                .addObject("callers", found);
    }

    @PostMapping("/desk/cases")
    ModelAndView create(
            @AuthenticationPrincipal Actor me,
            @RequestParam(defaultValue = "-1") long person,
            @RequestParam(required = false) @Nullable Long company,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "false") boolean take,
            @Valid NewCaseForm sent,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var caller = callers.find(person, company).orElseThrow(Refusal.NotFound::new);
        var files = attachments.takeFrom(me, request);
        var form = Form.of(request)
                .with(NewCaseForm.inOrder(Form.of(request, errors).problems()))
                .with(files.problems());
        var chosen = CONTACTS.stream().filter(one -> one.code().equals(contact)).findFirst();
        if (chosen.isEmpty()) {
            form = form.with(FieldProblem.of("contact", "web.error.required"));
        }
        var key = sent.entitlementKey();
        if (key != null
                && coverage.entitlement(key, home(caller), today(caller)).isEmpty()) {
            form = form.with(FieldProblem.of("entitlement", "cases.error.entitlement"));
        }
        if (form.hasProblems()) {
            return wrong(caller, form, files);
        }
        try {
            var number = cases.submitFor(
                    me,
                    new Asker(caller.id(), caller.companyId(), caller.zone()),
                    sent.newCase(files.ids()),
                    chosen.orElseThrow());
            if (take) {
                handling.takeUnowned(me, number);
            }
            Notices.leave(response, "intake.notice.created");
            return new ModelAndView("redirect:/desk/cases/" + number);
        } catch (FilesRefused refused) {
            return wrong(caller, form.with(refused.problem()), files);
        }
    }

    private ModelAndView wrong(Caller caller, Form form, UploadField files) {
        return FormAgain.wrong(page(caller, form, files));
    }

    private ModelAndView page(Caller caller, Form form, UploadField files) {
        var company = caller.companyId();
        return new ModelAndView("intake/new")
                .addObject("caller", caller)
                .addObject("form", form)
                .addObject("files", files)
                .addObject("contacts", CONTACTS)
                .addObject("key", FormKey.of(form).toString())
                .addObject("entitlements", coverage.entitlements(home(caller), today(caller)))
                .addObject("systems", coverage.systems(home(caller)))
                .addObject("devices", company == null ? List.of() : devices.page(company, null, MOST_DEVICES))
                .addObject("today", today(caller));
    }

    private static List<Long> home(Caller caller) {
        return Optional.ofNullable(caller.companyId()).map(List::of).orElseGet(List::of);
    }

    private LocalDate today(Caller caller) {
        return LocalDate.ofInstant(clock.instant(), caller.zone());
    }
}
