package si.podpora.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.registration.captcha.Captchas;
import si.podpora.web.Form;
import si.podpora.web.Words;

/** Shows the form "Zahtevaj dostop", each time with a code of its own. */
@Component
class AccessRequestPages {

    private final Captchas captchas;
    private final AgreedConsents consents;
    private final Words words;
    private final Map<Locale, List<CountryOption>> countries = new ConcurrentHashMap<>();

    AccessRequestPages(Captchas captchas, AgreedConsents consents, Words words) {
        this.captchas = captchas;
        this.consents = consents;
        this.words = words;
    }

    /** The whole page with what was typed and what is wrong with it. */
    ModelAndView form(Form form, Locale reader, HttpStatusCode status) {
        var model = new HashMap<String, Object>(captcha());
        model.put("form", form);
        model.put("countries", countries.computeIfAbsent(Words.nearest(reader), it -> CountryOption.all(words, it)));
        model.put("languages", languages());
        model.put("consents", consents.boxes(reader));
        model.put(
                "key",
                CodeAnswer.uuid(form.value("key")).orElseGet(UUID::randomUUID).toString());
        return new ModelAndView("registration/access-request", model, status);
    }

    /** The picture alone, for the place in the page where the old one was. */
    ModelAndView captchaOnly() {
        var model = new HashMap<String, Object>(captcha());
        model.put("form", Form.empty());
        model.put("fresh", true);
        return new ModelAndView("registration/captcha", model);
    }

    static Map<String, String> languages() {
        var languages = new java.util.LinkedHashMap<String, String>();
        Words.LANGUAGES.forEach(language ->
                languages.put(language.getLanguage(), capitalised(language.getDisplayLanguage(language), language)));
        return languages;
    }

    private Map<String, Object> captcha() {
        return captchas.enabled()
                ? Map.of("captcha", captchas.issue(AccessRequests.FORM).toString())
                : Map.of();
    }

    private static String capitalised(String name, Locale language) {
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
