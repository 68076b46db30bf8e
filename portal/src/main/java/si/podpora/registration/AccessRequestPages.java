package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.registration.captcha.Captchas;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.RateLimits;
import si.podpora.web.Words;

/** Shows the form "Zahtevaj dostop" with a code, the one of the form that is shown again if it still serves. */
@Component
class AccessRequestPages {

    private static final String TOO_MANY_CODES = "registration.captcha.tooOften";

    private final Captchas captchas;
    private final AgreedConsents consents;
    private final Words words;
    private final RegistrationLimits limits;
    private final RateLimits rates;
    private final Map<Locale, List<CountryOption>> countries = new ConcurrentHashMap<>();

    AccessRequestPages(
            Captchas captchas, AgreedConsents consents, Words words, RegistrationLimits limits, RateLimits rates) {
        this.captchas = captchas;
        this.consents = consents;
        this.words = words;
        this.limits = limits;
        this.rates = rates;
    }

    /** The whole page with what was typed and what is wrong with it; 429 when there is no code to be had. */
    ModelAndView form(Form form, HttpServletRequest request, Locale reader, HttpStatusCode status) {
        return form(form, kept(form).orElseGet(() -> captcha(request)), reader, status);
    }

    /** The same with a new picture, because the reader wants one. */
    ModelAndView formWithNewPicture(Form form, HttpServletRequest request, Locale reader) {
        return form(form, captcha(request), reader, HttpStatus.OK).addObject("fresh", true);
    }

    private ModelAndView form(Form form, Captcha captcha, Locale reader, HttpStatusCode status) {
        var model = new HashMap<String, Object>(captcha.model());
        model.put("form", captcha.refused() ? form.with(FieldProblem.of("", TOO_MANY_CODES)) : form);
        model.put("countries", countries.computeIfAbsent(Words.nearest(reader), it -> CountryOption.all(words, it)));
        model.put("languages", languages());
        model.put("consents", consents.boxes(reader));
        model.put(
                "key",
                CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID).toString());
        return new ModelAndView("registration/access-request", model, captcha.status(status));
    }

    /** The picture alone, for the place in the page where the old one was. */
    ModelAndView captchaOnly(HttpServletRequest request) {
        var captcha = captcha(request);
        var model = new HashMap<String, Object>(captcha.model());
        model.put("form", Form.empty());
        model.put("fresh", true);
        return new ModelAndView("registration/captcha", model, captcha.status(HttpStatus.OK));
    }

    static Map<String, String> languages() {
        var languages = new LinkedHashMap<String, String>();
        Words.LANGUAGES.forEach(language ->
                languages.put(language.getLanguage(), capitalised(language.getDisplayLanguage(language), language)));
        return languages;
    }

    /** The picture that the form came with, and what was read off it, unless it has been taken back by now. */
    private Optional<Captcha> kept(Form form) {
        return Optional.ofNullable(CodeAnswer.in(form).captcha())
                .filter(id -> captchas.enabled() && captchas.isOpen(id))
                .map(id -> new Captcha(Map.of("captcha", id.toString(), "code", form.value(CodeAnswer.FIELD)), false));
    }

    private Captcha captcha(HttpServletRequest request) {
        if (!captchas.enabled()) {
            return new Captcha(Map.of("asksCode", false), false);
        }
        return limits.allowCode(rates, request)
                ? new Captcha(Map.of("captcha", captchas.issue(Reception.FORM).toString()), false)
                : new Captcha(Map.of(), true);
    }

    private record Captcha(Map<String, Object> model, boolean refused) {

        HttpStatusCode status(HttpStatusCode otherwise) {
            return refused ? HttpStatus.TOO_MANY_REQUESTS : otherwise;
        }
    }

    private static String capitalised(String name, Locale language) {
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
