package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** Who asks for access does not learn whether the address is known. */
class KnownAddressTests extends RegistrationTests {

    @Test
    void whoIsKnownIsToldByMailAndTheAnswerIsTheSameByteForByte() {
        cast.janez();
        var unknown = visitor();
        var known = visitor();
        var toUnknown = sends(unknown, unknown.get("/registration"), tina());
        var toKnown = sends(known, known.get("/registration"), tina("email", "Janez@Kupec.example"));

        assertThat(toKnown.status()).isEqualTo(toUnknown.status());
        assertThat(toKnown.body()).isEqualTo(toUnknown.body());
        assertThat(names(toKnown)).isEqualTo(names(toUnknown));
        assertThat(toKnown.location()).isEqualTo(toUnknown.location());
        assertThat(withoutToken(known.follow(toKnown))).isEqualTo(withoutToken(unknown.follow(toUnknown)));

        var mail = lastMail();
        assertThat(mail.to()).isEqualTo("janez@kupec.example");
        assertThat(mail.subject()).isEqualTo("Dostop že imate: Špica portal");
        assertThat(mail.text()).contains("/sign-in").doesNotContain("code=");
        assertThat(one(Integer.class, "select count(*) from invitation")).isEqualTo(1);
    }

    @Test
    void theAnswerTakesTheSameTimeForKnownAndUnknown() {
        cast.janez();
        assertThat(milliseconds(() -> asks())).isBetween(EvenTime.LEAST.toMillis(), EvenTime.LEAST.toMillis() + 5_000);
        assertThat(milliseconds(() -> asks("email", "janez@kupec.example")))
                .isGreaterThanOrEqualTo(EvenTime.LEAST.toMillis());
        assertThat(milliseconds(() -> asks("referral", "http://x"))).isGreaterThanOrEqualTo(EvenTime.LEAST.toMillis());
    }

    private static String withoutToken(Visitor.Answer answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static Set<String> names(Visitor.Answer answer) {
        return answer.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static long milliseconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
