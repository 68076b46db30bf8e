package si.podpora.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Templates and the clock. No jte starter for Boot 4 resolves, hence the few lines here. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    private static final String REDIRECT = "redirect:";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setHtmlInterceptor(new FormGuard());
        return engine;
    }

    @Bean
    ViewResolver templateViews(TemplateEngine templates, Pages pages) {
        final class TemplateViews implements ViewResolver, Ordered {
            @Override
            public View resolveViewName(String name, Locale locale) {
                return name.startsWith(REDIRECT)
                        ? seeOther(name.substring(REDIRECT.length()))
                        : new TemplateView(templates, pages, name + ".jte");
            }

            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }
        }
        return new TemplateViews();
    }

    private static View seeOther(String location) {
        return (model, request, response) -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", location);
        };
    }
}
