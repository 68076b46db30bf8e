package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import si.podpora.activation.verifier.ActivationVerifier;
import si.podpora.activation.verifier.SigningKeys;
import si.podpora.activation.verifier.Verdict;

/** The activation's mail, as it arrives at a mail server. */
@DirtiesContext
class ActivationMailTests extends LicenceTests {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void theFileArrivesByteForByteAndIsAccepted() throws Exception {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.janez();
        var janez = as("janez");
        var page = LicenceStage.activate(janez, licence, 1);
        assertThat(SERVER.waitForIncomingEmail(20_000, 1)).isTrue();
        var parts = (MimeMultipart) SERVER.getReceivedMessages()[0].getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var file = parts.getBodyPart(1);
        var serial = page.replaceAll("\\D", "");
        assertThat(file.getFileName()).isEqualTo("time-and-space-" + serial + ".activation");
        assertThat(file.getContentType()).startsWith("application/jose");
        var arrived = file.getInputStream().readAllBytes();
        var downloaded = janez.get(page + "/file").body();
        assertThat(arrived).isEqualTo(downloaded.getBytes(StandardCharsets.US_ASCII));
        var keys = visitor().get("/.well-known/activation-keys.json").body();
        assertThat(new ActivationVerifier(SigningKeys.ofJwks(keys), "time-and-space", LocalDate.of(2020, 1, 1))
                        .check(
                                new String(arrived, StandardCharsets.US_ASCII),
                                LicenceStage.hardware(1, 1, 1),
                                clock.instant()))
                .isInstanceOf(Verdict.Accepted.class);
    }
}
