package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Tells Spring Security who is signed in; asks {@link Sessions} only when a page wants to know. */
@Component
class SessionContext implements SecurityContextRepository {

    private final Sessions sessions;

    SessionContext(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        var context = SingletonSupplier.of(() -> load(request));
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return context.obtain();
            }

            @Override
            public boolean isGenerated() {
                return context.obtain().getAuthentication() == null;
            }
        };
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A session begins and ends by Sessions alone.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.actor(request).isPresent();
    }

    private SecurityContext load(HttpServletRequest request) {
        return sessions.actor(request)
                .map(actor -> {
                    var token = new PreAuthenticatedAuthenticationToken(actor, "", List.of());
                    token.setAuthenticated(true);
                    return new SecurityContextImpl(token);
                })
                .orElseGet(SecurityContextImpl::new);
    }
}
