package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import si.podpora.Cast;
import si.podpora.Podpora;
import si.podpora.Visitor;

/** No state in a process: two copies of the portal on one database are one portal. */
class TwoCopiesTests extends RegistrationTests {

    private static @Nullable ConfigurableApplicationContext other;

    @Autowired
    private Environment environment;

    @BeforeEach
    void theOtherCopyRuns() {
        if (other != null) {
            return;
        }
        other = new SpringApplicationBuilder(Podpora.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("sharedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--db-scheduler.enabled=false",
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                        "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"));
    }

    @AfterAll
    static void theOtherCopyStops() {
        if (other != null) {
            other.close();
            other = null;
        }
    }

    @Test
    void whoSignedInAtOneIsSignedInAtTheOtherAndSignedOutAtBoth() {
        cast.janez();
        var janez = as("janez");
        assertThat(atTheOther(janez).get("/cases").status()).isEqualTo(200);
        var page = atTheOther(janez).get("/cases");
        atTheOther(janez).submit(page, "/sign-out");
        assertThat(janez.get("/cases").location()).startsWith("/sign-in");
    }

    @Test
    void theCodeOfOneIsShownAndTakenByTheOtherOnce() {
        var visitor = visitor();
        var page = visitor.get("/registration");
        var picture = page.page().select(".captcha img").attr("src");
        assertThat(atTheOther(visitor).get(picture).body())
                .isEqualTo(visitor.get(picture).body());
        assertThat(sends(atTheOther(visitor), page, tina()).location()).isEqualTo("/registration/sent");
        assertThat(sends(visitor, page, tina()).location()).isEqualTo("/registration/sent");
        assertThat(mails()).hasSize(1);
        assertThat(sends(visitor, page, tina("email", "druga@kovinar.example", "key", ""))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void guessesAtBothAreCountedTogether() {
        cast.janez();
        for (int i = 0; i < 5; i++) {
            var guesser = i % 2 == 0 ? visitor() : atTheOther(visitor());
            assertThat(guesser.signIn("janez", "ni-pravo-geslo-77").status()).isEqualTo(422);
        }
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(429);
        assertThat(atTheOther(visitor()).signIn("janez", Cast.PASSWORD).status())
                .isEqualTo(429);
        clock.forward(Duration.ofMinutes(2));
        assertThat(atTheOther(visitor()).signIn("janez", Cast.PASSWORD).status())
                .isEqualTo(303);
    }

    private static Visitor atTheOther(Visitor visitor) {
        var copy = Objects.requireNonNull(other);
        return visitor.at(copy.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
