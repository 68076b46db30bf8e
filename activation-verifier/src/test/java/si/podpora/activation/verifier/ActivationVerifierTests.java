package si.podpora.activation.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationVerifierTests {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LocalDate RELEASED = LocalDate.of(2026, 3, 2);
    private static final Hardware MACHINE = new Hardware(List.of(1L, 0xabL, 0xffffffffffL));

    private final ActivationVerifier verifier = new ActivationVerifier(Signed.KEYS, "time-and-space", RELEASED);

    @Test
    void theExampleOfRfc8037IsGenuineAndAChangedOneIsNot() {
        var signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        var signature = Base64.getUrlDecoder()
                .decode("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        var key = Signed.KEYS.get("rfc8037");
        assertTrue(ActivationVerifier.genuine(key, signed.getBytes(StandardCharsets.US_ASCII), signature));
        assertEquals(
                false, ActivationVerifier.genuine(key, (signed + "A").getBytes(StandardCharsets.US_ASCII), signature));
        assertEquals(Signed.encode(signature), Signed.encode(Signed.signature(signed)));
    }

    @Test
    void anActivationSaysWhatWasSigned() {
        var accepted = assertInstanceOf(Verdict.Accepted.class, verifier.check(Signed.jws(), MACHINE, NOW));
        var activation = accepted.activation();
        assertEquals(100001, activation.serialNumber());
        assertEquals("Železarna d.o.o.", activation.licensee());
        assertEquals(List.of("time", "access"), activation.modules());
        assertEquals(250, activation.employees());
        assertEquals(Instant.ofEpochSecond(1798761599), activation.validUntil());
        assertEquals(LocalDate.of(2026, 12, 31), activation.maintenanceUntil());
    }

    @Test
    void everyByteOfTheFileCounts() {
        var file = Signed.jws().getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < file.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var mutated = file.clone();
                mutated[at] ^= (byte) (1 << bit);
                assertRefused(new String(mutated, StandardCharsets.ISO_8859_1));
            }
            for (var other : new byte[] {0, ' ', '\n', '.', '=', '-', '_', (byte) 0xff}) {
                var mutated = file.clone();
                mutated[at] = other;
                if (file[at] != other) {
                    assertRefused(new String(mutated, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    @Test
    void aFileThatIsCutOrGrowsIsRefused() {
        var file = Signed.jws();
        for (int at = 0; at < file.length(); at++) {
            assertRefused(file.substring(0, at));
            assertRefused(file.substring(0, at) + file.substring(at + 1));
            assertRefused(file.substring(0, at) + "A" + file.substring(at));
        }
        assertRefused(file + "A");
    }

    @Test
    void theTextToCopySurvivesMailAndNothingElse() {
        var text = ActivationFile.armoured(Signed.jws());
        var mailed = "Hello,\r\n\r\n> " + text.replace("\n", "\r\n> ") + "\r\nRegards";
        assertInstanceOf(Verdict.Accepted.class, verifier.check(mailed, MACHINE, NOW));
        for (int at = 0; at < text.length(); at++) {
            var mutated = new StringBuilder(text);
            mutated.setCharAt(at, (char) (text.charAt(at) ^ 1));
            if (text.charAt(at) != '\n') {
                assertRefused(mutated.toString());
            }
        }
    }

    @Test
    void whatIsNotForHereAndNowIsRefusedWithItsReason() {
        assertReason(Verdict.Reason.OTHER_MACHINE, Signed.jws(), new Hardware(List.of(1L, 2L, 3L)), NOW);
        assertReason(Verdict.Reason.EXPIRED, Signed.jws(), MACHINE, Instant.ofEpochSecond(1798761600));
        assertReason(Verdict.Reason.CLOCK, Signed.jws(), MACHINE, Instant.parse("2025-12-30T00:00:00Z"));
        assertReason(Verdict.Reason.UNREADABLE, "hello", MACHINE, NOW);
        assertReason(Verdict.Reason.UNKNOWN_KEY, Signed.jws(Signed.HEADER.replace("8037", "8032"), Signed.PAYLOAD));
        assertReason(Verdict.Reason.OTHER_PRODUCT, Signed.jws(Signed.HEADER, Signed.PAYLOAD.replace("space", "place")));
        assertReason(Verdict.Reason.UNREADABLE, Signed.jws(Signed.HEADER, Signed.PAYLOAD.replace(":1,", ":2,")));
        assertEquals(
                Verdict.Reason.MAINTENANCE_ENDED,
                reason(new ActivationVerifier(Signed.KEYS, "time-and-space", LocalDate.of(2027, 1, 1))
                        .check(Signed.jws(), MACHINE, NOW)));
    }

    @Test
    void twoOfThreeComponentsAreEnough() {
        var oneChanged = new Hardware(List.of(1L, 77L, 0xffffffffffL));
        assertInstanceOf(Verdict.Accepted.class, verifier.check(Signed.jws(), oneChanged, NOW));
    }

    @Test
    void aPerpetualActivationNeedsNoClock() {
        var perpetual = Signed.jws(Signed.HEADER, Signed.PAYLOAD.replace("\"exp\":1798761599,", ""));
        assertInstanceOf(Verdict.Accepted.class, verifier.check(perpetual, MACHINE, Instant.EPOCH));
    }

    @Test
    void noOtherAlgorithmIsAccepted() {
        for (var header : List.of(
                Signed.HEADER.replace("EdDSA", "none"),
                Signed.HEADER.replace("EdDSA", "HS256"),
                Signed.HEADER.replace("\"typ\":\"activation\"", "\"typ\":\"JWT\""),
                Signed.HEADER.replace("\"typ\"", "\"crit\":[\"x\"],\"typ\""),
                Signed.HEADER.replace("\"typ\"", "\"alg\":\"none\",\"typ\""))) {
            assertReason(Verdict.Reason.UNREADABLE, Signed.jws(header, Signed.PAYLOAD));
        }
        var unsigned = Signed.jws().replaceAll("\\.[^.]*$", ".");
        assertReason(Verdict.Reason.UNREADABLE, unsigned);
    }

    private void assertRefused(String text) {
        assertInstanceOf(Verdict.Refused.class, verifier.check(text, MACHINE, NOW));
    }

    private void assertReason(Verdict.Reason reason, String text) {
        assertReason(reason, text, MACHINE, NOW);
    }

    private void assertReason(Verdict.Reason reason, String text, Hardware machine, Instant now) {
        assertEquals(reason, reason(verifier.check(text, machine, now)));
    }

    private static Verdict.Reason reason(Verdict verdict) {
        return assertInstanceOf(Verdict.Refused.class, verdict).reason();
    }
}
