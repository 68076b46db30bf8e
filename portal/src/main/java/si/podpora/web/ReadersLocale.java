package si.podpora.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: the profile's, else the chosen cookie's, else the browser's, else Slovenian. */
@Component("localeResolver")
class ReadersLocale implements LocaleResolver {

    static final String COOKIE = "podpora-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var profile = Pages.readersLanguage();
        if (profile != null) {
            return Words.nearest(profile);
        }
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null) {
            return Words.nearest(Locale.of(chosen.getValue()));
        }
        var browsers = request.getHeader("Accept-Language");
        if (browsers == null || browsers.isBlank()) {
            return Words.LANGUAGES.getFirst();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wish -> Words.LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(wish.getLanguage())))
                .findFirst()
                .orElse(Words.LANGUAGES.getFirst());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen at POST /language.");
    }
}
