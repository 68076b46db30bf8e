package si.podpora.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Marks every cookie Secure when people reach the portal over https, whoever sets it: so none can be
 * forgotten. What counts is the address that the operator gave, for behind a proxy every request is http.
 */
@Configuration(proxyBeanMethods = false)
class SecureCookies {

    @Bean
    FilterRegistrationBean<Filter> secureCookieFilter(PodporaProperties settings) {
        var filter = new FilterRegistrationBean<Filter>(SecureCookies::filter);
        filter.setName("secureCookies");
        filter.setEnabled(settings.overHttps());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return filter;
    }

    private static void filter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Marking((HttpServletResponse) response));
    }

    private static final class Marking extends HttpServletResponseWrapper {

        Marking(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            cookie.setSecure(true);
            super.addCookie(cookie);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, marked(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, marked(name, value));
        }

        private static String marked(String name, String value) {
            return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && !value.contains("; Secure")
                    ? value + "; Secure"
                    : value;
        }
    }
}
