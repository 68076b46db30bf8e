package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only those call a mapping whom its {@link Access} names. Without one nobody may, but for what the operator's
 * port has of its own.
 */
final class AccessInterceptor implements HandlerInterceptor {

    private final OperatorPort operators;
    private final Map<Method, Optional<Access>> known = new ConcurrentHashMap<>();

    AccessInterceptor(OperatorPort operators) {
        this.operators = operators;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var access = known.computeIfAbsent(method.getMethod(), ignored -> Optional.ofNullable(accessOf(method)));
            if (access.isPresent() || !operators.received(request)) {
                check(access.orElse(null), Pages.reader());
            }
        }
        return true;
    }

    /** Whom a handler method lets in; null if it does not say. */
    static @Nullable Access accessOf(HandlerMethod method) {
        var own = method.getMethodAnnotation(Access.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
    }

    private static void check(@Nullable Access access, @Nullable Reader reader) {
        if (access == null) {
            throw new Refusal.NotAllowed();
        }
        if (access.value() == Access.To.ANYONE) {
            return;
        }
        if (reader == null) {
            throw new Refusal.NotSignedIn();
        }
        var allowed = switch (access.value()) {
            case ANYONE, SIGNED_IN -> true;
            case CUSTOMERS -> !reader.isStaff();
            case STAFF -> reader.isStaff();
            case SUPERVISORS -> reader.isSupervisor();
            case ADMINISTRATORS -> reader.isAdministrator();
        };
        if (!allowed) {
            throw new Refusal.NotAllowed();
        }
    }
}
