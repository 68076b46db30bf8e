package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import si.podpora.Podpora;

/** A second copy of the portal over the same database: one portal to its readers, and soon gone when stopped. */
class SecondCopyTests extends CasesTests {

    @Autowired
    private JdbcConnectionDetails database;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger firstAnswer = new AtomicInteger();

    @Test
    void aSessionServesAtBothAChangeIsToldAtTheOtherAndAnOpenPageDoesNotHoldUpItsEnd() throws Exception {
        var number = submitted(janez());
        var session = as("janez").cookie("podpora-session");
        var second = secondCopy();
        var told = new LinkedBlockingQueue<String>();
        Duration stopping;
        try {
            assertThat(firstAnswer)
                    .as("answer to a request as soon as the port is open")
                    .hasValue(200);
            var path = address(second, "/cases/" + number);
            assertThat(http.send(request(path, session), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("Potrebujem pomoč pri nastavitvi urnika.");
            var stream = http.send(request(path + "/events", session), HttpResponse.BodyHandlers.ofLines());
            Thread.ofVirtual().start(() -> {
                try {
                    stream.body().filter(line -> line.startsWith("event:")).forEach(told::add);
                } catch (UncheckedIOException cut) {
                    told.add("cut");
                }
                told.add("end");
            });

            says(ana(), number, "Kako vam lahko pomagamo?");

            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("event:changed");
        } finally {
            var begin = System.nanoTime();
            second.close();
            stopping = Duration.ofNanos(System.nanoTime() - begin);
        }
        assertThat(stopping)
                .as("well before the 30 seconds that requests are given")
                .isLessThan(Duration.ofSeconds(15));
        assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("end");
    }

    private ConfigurableApplicationContext secondCopy() {
        return new SpringApplicationBuilder(Podpora.class)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean("sameClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
                    beans.registerBean("early", Early.class, () -> new Early(context));
                })
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--podpora.data-dir=target/second-copy",
                        "--db-scheduler.enabled=false",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
    }

    /** Asks for a page right after the web server has opened its port. */
    private final class Early implements SmartLifecycle {

        private final ConfigurableApplicationContext context;

        Early(ConfigurableApplicationContext context) {
            this.context = context;
        }

        @Override
        public void start() {
            try {
                firstAnswer.set(
                        http.send(request(address(context, "/sign-in"), ""), HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    private static String address(ConfigurableApplicationContext context, String path) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    private static HttpRequest request(String address, String session) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Language", "sl")
                .header("Cookie", "podpora-session=" + session)
                .timeout(Duration.ofSeconds(30))
                .build();
    }
}
