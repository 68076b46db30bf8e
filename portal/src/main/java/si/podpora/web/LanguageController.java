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

    /** What stood half filled in on the page comes along under {@code typed.} and is there again afterwards. */
    @PostMapping("/language")
    @Access(Access.To.ANYONE)
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        parkedForms.parkBeside(request, response, next, "typed.");
        var cookie = ResponseCookie.from(
                        ReadersLocale.COOKIE, Words.nearest(Locale.of(language)).getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + LocalPath.of(next);
    }
}
