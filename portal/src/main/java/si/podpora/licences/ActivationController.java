package si.podpora.licences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Network;
import si.podpora.web.Notices;

/** T&amp;S Aktivacija: the licences, the form, what would be activated, and the activation itself. */
@Controller
@Access(Access.To.CUSTOMERS)
class ActivationController {

    private final Licences licences;
    private final Activations activations;
    private final KeyAttempts attempts;
    private final QrPhotos photos;
    private final LimitPages limitPages;
    private final LicenceWords words;

    ActivationController(
            Licences licences,
            Activations activations,
            KeyAttempts attempts,
            QrPhotos photos,
            LimitPages limitPages,
            LicenceWords words) {
        this.licences = licences;
        this.activations = activations;
        this.attempts = attempts;
        this.photos = photos;
        this.limitPages = limitPages;
        this.words = words;
    }

    @GetMapping("/activation")
    ModelAndView show(@AuthenticationPrincipal Actor me, @RequestParam(defaultValue = "") String licence, Form typed) {
        if (me.companiesSeen().isEmpty()) {
            return new ModelAndView("licences/no-right");
        }
        return form(me, typed.isEmpty() && !licence.isEmpty() ? Form.of("licence", licence) : typed);
    }

    /** Shows what would be activated; changes nothing but the history, if it is refused. */
    @PostMapping("/activation/review")
    ModelAndView review(@AuthenticationPrincipal Actor me, WishForm sent, Form form, HttpServletRequest request) {
        return answer(
                me,
                sent,
                form,
                request,
                activations::ask,
                (wish, granted) -> new ModelAndView("licences/review")
                        .addObject("granted", granted)
                        .addObject("code", wish.code())
                        .addObject("key", wish.key() == null ? "" : wish.key().text())
                        .addObject("words", words));
    }

    @PostMapping("/activation")
    ModelAndView activate(
            @AuthenticationPrincipal Actor me,
            WishForm sent,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(me, sent, form, request, activations::activate, (wish, granted) -> {
            Notices.leave(
                    response, granted.known() == null ? "licences.notice.activated" : "licences.notice.activeAlready");
            return new ModelAndView("redirect:/activation/" + Objects.requireNonNull(granted.serialNumber()));
        });
    }

    /** What comes of a form that was sent: wrong, refused, or granted. */
    private ModelAndView answer(
            Actor me,
            WishForm sent,
            Form form,
            HttpServletRequest request,
            Function<Wish, Outcome> asked,
            BiFunction<Wish, Outcome.Granted, ModelAndView> page) {
        var read = sent.read(me, photos);
        var wish = read.wish();
        if (wish == null) {
            return wrong(me, form.with(read.problems()));
        }
        var who = List.of("person:" + me.id(), "network:" + Network.of(request));
        if (wish.key() != null) {
            attempts.check(who); // whoever chooses from the own list guesses nothing
        }
        var outcome = asked.apply(wish);
        attempts.note(who, outcome);
        return switch (outcome) {
            case Outcome.Granted granted -> page.apply(wish, granted);
            case Outcome.Denied denied -> denied(me, form, wish, denied);
        };
    }

    private ModelAndView denied(Actor me, Form form, Wish wish, Outcome.Denied denied) {
        var licence = denied.licence();
        if (licence == null) {
            return wrong(
                    me,
                    form.with(FieldProblem.of(
                            wish.key() == null ? "licence" : "key",
                            denied.denial().words())));
        }
        var view = limitPages.page("licences/denied", licence, denied.active());
        view.setStatus(
                denied.denial() == Denial.LIMIT_REACHED ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return view.addObject("denial", denied.denial()).addObject("code", wish.code());
    }

    private ModelAndView wrong(Actor me, Form form) {
        return FormAgain.wrong(form(me, form));
    }

    private ModelAndView form(Actor me, Form form) {
        List<Licence> all = licences.of(me);
        return new ModelAndView("licences/activation")
                .addObject("form", form)
                .addObject("licences", all)
                .addObject("today", activations.today())
                .addObject("severalCompanies", me.companiesSeen().size() > 1)
                .addObject("words", words);
    }
}
