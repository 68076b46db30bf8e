package si.podpora.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The page for what the server itself refuses, before any filter of the portal: a path that leads out of it, a
 * broken percent encoding, a request that is none. It has no session and no forms, only the words.
 */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final TemplateEngine templates;
    private final Words words;
    private final Assets assets;
    private final PodporaProperties settings;
    private final LocaleResolver locales;

    ServerRefusals(
            TemplateEngine templates, Words words, Assets assets, PodporaProperties settings, LocaleResolver locales) {
        this.templates = templates;
        this.words = words;
        this.assets = assets;
        this.settings = settings;
        this.locales = locales;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            var valves = host.getPipeline();
            for (var valve : valves.getValves()) {
                if (valve instanceof ErrorReportValve) {
                    valves.removeValve(valve);
                }
            }
            // A host adds a valve of its error class unless there is one.
            host.setErrorReportValveClass(Report.class.getName());
            valves.addValve(new Report());
        });
    }

    private String page(Request request, int status) {
        var output = new StringOutput();
        templates.render(
                "web/server-refusal.jte",
                Map.of(
                        "words",
                        words,
                        "assets",
                        assets,
                        "organisation",
                        settings.organisation(),
                        "locale",
                        locales.resolveLocale(request),
                        "status",
                        status),
                output);
        return output.toString();
    }

    private final class Report extends ErrorReportValve {

        /** As in the original: only where nothing has been written and nobody else has reported. */
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                var page = page(request, status);
                response.setContentType("text/html");
                response.setCharacterEncoding("UTF-8");
                response.setHeader("Cache-Control", "no-store");
                SecurityConfiguration.headers(response);
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(page);
                    response.finishResponse();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
