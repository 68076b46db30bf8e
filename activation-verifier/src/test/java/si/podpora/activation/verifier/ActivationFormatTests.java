package si.podpora.activation.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The test vectors of docs/activation-format.md. */
class ActivationFormatTests {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w+ ([\\w-]+)\\n(.*?)^```$");
    private static final Map<String, String> VECTORS = new HashMap<>();

    @BeforeAll
    static void readThePage() throws IOException {
        var page = Path.of("../docs/activation-format.md");
        var blocks = BLOCK.matcher(Files.readString(page));
        while (blocks.find()) {
            VECTORS.put(blocks.group(1), blocks.group(2));
        }
    }

    @Test
    void theInstallationCodeIsThatOfTheMachine() {
        var code = new InstallationCode(
                ProgramVersion.of("8.4.12"), Hardware.of("MB-1234567", "WD-WX31A", "00:1A:2B:3C:4D:5E"));
        assertEquals(vector("installation-code").strip(), code.text());
        assertEquals(vector("request-file"), RequestFile.write(code));
    }

    @Test
    void theActivationIsAcceptedAndSaysThePayload() {
        var jws = vector("activation").strip();
        var verifier =
                new ActivationVerifier(SigningKeys.ofJwks(vector("keys")), "time-and-space", LocalDate.of(2026, 3, 2));
        var machine = Hardware.of("MB-1234567", "WD-WX31A", "00:1A:2B:3C:4D:5E");
        var now = Instant.parse("2026-06-01T00:00:00Z");
        var accepted = assertInstanceOf(Verdict.Accepted.class, verifier.check(jws, machine, now));
        assertEquals(List.of("time", "access"), accepted.activation().modules());
        assertEquals(vector("payload").strip(), decoded(jws.split("\\.")[1]));
        assertEquals("{\"alg\":\"EdDSA\",\"typ\":\"activation\",\"kid\":\"rfc8037\"}", decoded(jws.split("\\.")[0]));
        assertEquals(vector("armoured"), ActivationFile.armoured(jws));
        assertEquals(jws, Signed.jws(Signed.HEADER, vector("payload").strip()));
    }

    @Test
    void theReleaseFileIsThatOfTheActivation() {
        assertEquals(
                vector("release-file"), ReleaseFile.of(vector("activation")).text());
        assertTrue(ReleaseFile.read(vector("release-file")).releases(vector("activation")));
    }

    private static String vector(String name) {
        return java.util.Objects.requireNonNull(VECTORS.get(name), name);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
