package si.podpora.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes out of everything typed what no text may hold: the NUL, which PostgreSQL cannot store, and the
 * controls that turn the direction of the text after them (Unicode Standard Annex 9), with which one thing
 * can be made to look like another; what nobody would see is nothing typed. A request whose parameters cannot be read is refused as such.
 */
@Component
@Order(OrderedFormContentFilter.DEFAULT_ORDER + 1) // behind the one that reads the forms of PUT
class CleanParameters extends OncePerRequestFilter {

    private static final Pattern UNWANTED = Pattern.compile("[\\x00\\u202A-\\u202E\\u2066-\\u2069]");

    /** Blanks of all widths, and what takes no room at all. */
    private static final Pattern BLANK = Pattern.compile(
            "[\\s\\p{Z}\\u00AD\\u115F\\u1160\\u180E\\u200B-\\u200F\\u2060-\\u2064\\u2800\\u3164\\uFEFF\\uFFA0]*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new Cleaned(request), response);
        } catch (InvalidParameterException e) {
            response.sendError(e.getErrorCode());
        }
    }

    private static final class Cleaned extends HttpServletRequestWrapper {

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var value = super.getParameter(name);
            return value == null ? null : clean(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null
                    ? null
                    : Arrays.stream(values).map(Cleaned::clean).toArray(String[]::new);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var cleaned = new LinkedHashMap<String, String[]>();
            super.getParameterMap()
                    .forEach((name, values) -> cleaned.put(
                            clean(name),
                            Arrays.stream(values).map(Cleaned::clean).toArray(String[]::new)));
            return Collections.unmodifiableMap(cleaned);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        private static String clean(String text) {
            var clean = UNWANTED.matcher(text).replaceAll("");
            // Plain blanks are told from text by every form, and come back as they were typed.
            return !clean.trim().isEmpty() && BLANK.matcher(clean).matches() ? "" : clean;
        }
    }
}
