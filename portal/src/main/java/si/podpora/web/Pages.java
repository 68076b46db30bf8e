package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Makes the {@link Page} of a request, once. */
@Component
public class Pages {

    private final Words words;
    private final Assets assets;
    private final PodporaProperties settings;
    private final Clock clock;
    private final LocaleResolver locales;

    Pages(Words words, Assets assets, PodporaProperties settings, Clock clock, LocaleResolver locales) {
        this.words = words;
        this.assets = assets;
        this.settings = settings;
        this.clock = clock;
        this.locales = locales;
    }

    /** The page of this request. */
    public Page of(HttpServletRequest request) {
        if (request.getAttribute(Page.class.getName()) instanceof Page page) {
            return page;
        }
        var reader = reader();
        var zone = reader != null
                ? reader.zone()
                : ZoneId.of(settings.organisation().timeZone());
        var page = new Page(
                words,
                assets,
                settings,
                clock,
                locales.resolveLocale(request),
                zone,
                reader,
                path(request),
                Notices.read(request, words));
        request.setAttribute(Page.class.getName(), page);
        return page;
    }

    /** Who is signed in; null for a visitor. */
    public static @Nullable Reader reader() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Reader reader ? reader : null;
    }

    /** The signed-in reader's language; null for a visitor. */
    static @Nullable Locale readersLanguage() {
        var reader = reader();
        return reader == null ? null : reader.locale();
    }

    private static String path(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            return FormGuard.formPage(request); // a form shown again belongs where it came from
        }
        var path = request.getRequestURI();
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
