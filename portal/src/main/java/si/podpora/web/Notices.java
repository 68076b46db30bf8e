package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A message that the next page shows once: "Your note has been added." */
public final class Notices {

    private static final String COOKIE = "podpora-notice";

    private Notices() {}

    /**
     * Leaves a message for the next page.
     *
     * @param key key of the words, of the form {@code <feature>.notice.<what>}, without arguments
     */
    public static void leave(HttpServletResponse response, String key) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(key, Duration.ofMinutes(1)));
    }

    static void shown(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }

    static @Nullable String read(HttpServletRequest request, Words words) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        var key = cookie.getValue();
        return key.contains(".notice.") && words.has(key) ? key : null;
    }

    private static String cookie(String key, Duration age) {
        return ResponseCookie.from(COOKIE, key)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
