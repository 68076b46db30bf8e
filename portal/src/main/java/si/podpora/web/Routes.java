package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request. For an address with a variable in it Spring asks every route of the portal for
 * all its conditions; here only those are asked whose path begins and ends as the address does.
 */
final class Routes extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<Ends>> known = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        return super.lookupHandlerMethod(path, new Asked(request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return mayBe(route, request.getRequestURI()) ? super.getMatchingMapping(route, request) : null;
    }

    /** False only if the route certainly does not lead there: what is encoded is for Spring to read. */
    private boolean mayBe(RequestMappingInfo route, String path) {
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return true;
        }
        var all = known.get(route);
        for (var ends : all != null ? all : known.computeIfAbsent(route, Routes::ends)) {
            if (path.startsWith(ends.first) && path.endsWith(ends.last)) {
                return true;
            }
        }
        return false;
    }

    private static List<Ends> ends(RequestMappingInfo route) {
        return route.getPatternValues().stream().map(Ends::of).toList();
    }

    /** The request, with what every route asks it for at hand: filters have wrapped it many times over. */
    private static final class Asked extends HttpServletRequestWrapper {

        private final String address;
        private final String method;

        Asked(HttpServletRequest request) {
            super(request);
            address = request.getRequestURI();
            method = request.getMethod();
        }

        @Override
        public String getRequestURI() {
            return address;
        }

        @Override
        public String getMethod() {
            return method;
        }
    }

    /** What stands before the first variable of a pattern, and behind the last. */
    private record Ends(String first, String last) {

        static Ends of(String pattern) {
            int from = 0;
            while (from < pattern.length() && isPlain(pattern.charAt(from))) {
                from++;
            }
            int to = pattern.length();
            while (to > from && isPlain(pattern.charAt(to - 1))) {
                to--;
            }
            return new Ends(pattern.substring(0, from), pattern.substring(to));
        }

        private static boolean isPlain(char letter) {
            return letter != '{' && letter != '}' && letter != '*' && letter != '?';
        }
    }
}
