package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds machines up and lets an office through. */
class AccessRequestLimitsTests extends RegistrationTests {

    @Test
    void aWrongFormDoesNotUseUpTheLimit() {
        var visitor = visitor();
        for (int i = 0; i < 40; i++) {
            assertThat(visitor.submit(visitor.get("/registration"), "/registration")
                            .status())
                    .isEqualTo(422);
        }
        assertThat(asks().status()).isEqualTo(303);
    }

    @Test
    void whoFillsInTheUnseenFieldHearsNothingAndGetsNothing() {
        var answer = asks("referral", "https://spam.example");
        assertThat(answer.location()).isEqualTo("/registration/sent");
        assertThat(mails()).isEmpty();
        assertThat(one(Integer.class, "select count(*) from access_request")).isZero();
    }

    @Test
    void theUnseenFieldIsHiddenFromScreenReadersAndKeyboard() {
        var field = visitor().get("/registration").page().select("input[name=referral]");
        assertThat(field.attr("tabindex")).isEqualTo("-1");
        assertThat(field.attr("autocomplete")).isEqualTo("off");
        assertThat(field.parents().is("[aria-hidden=true]")).isTrue();
    }

    @Test
    void tooManyFromOneAddressAreToldAndLoseNothing() {
        for (int i = 0; i < 30; i++) {
            assertThat(asks("email", "oseba" + i + "@kovinar.example", "referral", "x")
                            .status())
                    .isEqualTo(303);
        }
        var refused = asks();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("Iz vašega omrežja je prišlo preveč zahtevkov");
        assertThat(refused.page().select("#email").attr("value")).isEqualTo(TINA);

        clock.forward(Duration.ofMinutes(5));
        assertThat(asks().status()).isEqualTo(303);
    }

    @Test
    void oneMailboxIsNotFlooded() {
        for (int i = 0; i < 6; i++) {
            assertThat(asks().location()).isEqualTo("/registration/sent");
        }
        assertThat(mails()).hasSize(3);
        clock.forward(Duration.ofMinutes(61));
        asks();
        assertThat(mails()).hasSize(4);
    }

    @Test
    void withoutAProxyNobodyChoosesWhereToComeFrom() {
        for (int i = 0; i < 300; i++) {
            assertThat(visitor().from("203.0.113." + i).get("/registration").status())
                    .isEqualTo(200);
        }
        assertThat(visitor().from("203.0.114.1").get("/registration").status()).isEqualTo(429);
    }
}
