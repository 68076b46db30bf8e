package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A visitor chooses the language of the pages. */
@Controller
class LanguageController {

    private final ParkedForms parkedForms;

    LanguageController(ParkedForms parkedForms) {
        this.parkedForms = parkedForms;
    }

    /** The buttons belong to the form of their page: what it holds half filled in comes along and is there again afterwards. */
    @PostMapping("/language")
    @Access(Access.To.ANYONE)
    String choose(
            @RequestParam(name = "_language") String language,
            @RequestParam(name = "_to", defaultValue = "/") String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        parkedForms.parkFor(page, request, response);
        var cookie = ResponseCookie.from(
                        ReadersLocale.COOKIE, Words.nearest(Locale.of(language)).getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + LocalPath.of(page);
    }
}
