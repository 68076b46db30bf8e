package si.podpora.licences;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.activation.verifier.ReleaseFile;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** A licence as its company sees it: what it has activated, how to release that, and what has happened. */
@Controller
@Access(Access.To.CUSTOMERS)
class LicenceController {

    private static final int LARGEST = 2000;

    private final Licences licences;
    private final Releases releases;
    private final LicenceHistory history;
    private final LimitPages limitPages;
    private final LicenceCases cases;

    LicenceController(
            Licences licences, Releases releases, LicenceHistory history, LimitPages limitPages, LicenceCases cases) {
        this.licences = licences;
        this.releases = releases;
        this.history = history;
        this.limitPages = limitPages;
        this.cases = cases;
    }

    @GetMapping("/activation/licences/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        return page(me, id, Form.empty());
    }

    /** By the file that the program wrote when it gave the activation up. */
    @PostMapping("/activation/licences/{id}/releases")
    ModelAndView release(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile release,
            HttpServletResponse response)
            throws IOException {
        licences.find(me, id);
        if (release == null || release.isEmpty()) {
            return wrong(me, id, "licences.error.releaseMissing");
        }
        ReleaseFile file;
        try {
            file = ReleaseFile.read(
                    release.getSize() > LARGEST ? "" : new String(release.getBytes(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOne) {
            return wrong(me, id, "licences.error.release");
        }
        return done(me, id, releases.byFile(me, id, file), response);
    }

    /** By a person's word. */
    @PostMapping("/activation/{id}/release")
    ModelAndView declare(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String declared,
            HttpServletResponse response) {
        var installation = licences.installation(me, id);
        if (declared.isEmpty()) {
            return wrong(me, installation.licenceId(), "licences.error.declared");
        }
        return done(me, installation.licenceId(), releases.byDeclaration(me, id), response);
    }

    /** Asks the help desk: a case, filled in. */
    @PostMapping("/activation/licences/{id}/case")
    ModelAndView ask(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String description,
            HttpServletResponse response) {
        if (description.strip().length() > LicenceCases.LONGEST) {
            return wrong(
                    me,
                    id,
                    Form.of("description", description)
                            .with(FieldProblem.of("description", "web.error.tooLong", "max", LicenceCases.LONGEST)));
        }
        var number = cases.submit(me, licences.find(me, id), key, description);
        Notices.leave(response, "licences.notice.asked");
        return new ModelAndView("redirect:/cases/" + number);
    }

    private ModelAndView done(Actor me, long licence, Releases.Result result, HttpServletResponse response) {
        return switch (result) {
            case RELEASED, ALREADY -> {
                Notices.leave(response, "licences.notice.released");
                yield new ModelAndView("redirect:/activation/licences/" + licence);
            }
            case WRONG_FILE -> wrong(me, licence, "licences.error.release");
            case TOO_SOON -> wrong(me, licence, "licences.error.declaredBefore");
        };
    }

    private ModelAndView wrong(Actor me, long licence, String words) {
        var field = words.contains("eclared") ? "" : "release";
        return wrong(me, licence, Form.empty().with(FieldProblem.of(field, words)));
    }

    private ModelAndView wrong(Actor me, long licence, Form form) {
        return FormAgain.wrong(page(me, licence, form));
    }

    private ModelAndView page(Actor me, long id, Form form) {
        var licence = Objects.requireNonNull(licences.find(me, id));
        return limitPages
                .page("licences/licence", licence, licences.installations(id))
                .addObject("form", form)
                .addObject("cases", cases.of(licence, false))
                .addObject("events", history.of(id, false));
    }
}
