package si.podpora.activation.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;

/** Checks activations offline: signature, product, machine, time. Safe for use by several threads. */
public final class ActivationVerifier {

    private static final String TYPE = "activation";

    /** A clock that is set to local time by mistake is wrong by less than a day. */
    private static final Duration WRONG_CLOCK = Duration.ofDays(1);

    private final SigningKeys keys;
    private final String product;
    private final LocalDate released;

    /**
     * A verifier for one version of a product.
     *
     * @param keys the keys built into the program
     * @param product the product's code, as it stands on the licence
     * @param released when this version of the program was released
     */
    public ActivationVerifier(SigningKeys keys, String product, LocalDate released) {
        this.keys = keys;
        this.product = product;
        this.released = released;
    }

    /**
     * Says whether the program may run as activated here and now.
     *
     * @param text the activation file's text
     * @param machine the machine that the program runs on
     * @param now the time
     */
    public Verdict check(String text, Hardware machine, Instant now) {
        try {
            var parts = ActivationFile.read(text).split("\\.", -1);
            var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            var payload = utf8(decoded(parts[1]));
            var signature = decoded(parts[2]);
            var head = Claims.read(utf8(decoded(parts[0])));
            // RFC 8725, section 3.1: the one algorithm that is expected, whatever the file says.
            if (!head.text("alg").equals("EdDSA") || !head.text("typ").equals(TYPE) || head.has("crit")) {
                return refused(Verdict.Reason.UNREADABLE);
            }
            var key = keys.get(head.text("kid"));
            if (key == null) {
                return refused(Verdict.Reason.UNKNOWN_KEY);
            }
            if (!genuine(key, signed, signature)) {
                return refused(Verdict.Reason.FORGED);
            }
            return judge(Activation.of(Claims.read(payload)), machine, now);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refused(Verdict.Reason.UNREADABLE);
        }
    }

    private Verdict judge(Activation activation, Hardware machine, Instant now) {
        if (!activation.product().equals(product)) {
            return new Verdict.Refused(Verdict.Reason.OTHER_PRODUCT, activation);
        }
        if (activation.hardware().same(machine) < activation.sameComponents()) {
            return new Verdict.Refused(Verdict.Reason.OTHER_MACHINE, activation);
        }
        if (activation.maintenanceUntil() != null && released.isAfter(activation.maintenanceUntil())) {
            return new Verdict.Refused(Verdict.Reason.MAINTENANCE_ENDED, activation);
        }
        // A perpetual activation does not care what the clock says.
        if (activation.validUntil() != null && now.isBefore(activation.issued().minus(WRONG_CLOCK))) {
            return new Verdict.Refused(Verdict.Reason.CLOCK, activation);
        }
        if (activation.validUntil() != null && now.isAfter(activation.validUntil())) {
            return new Verdict.Refused(Verdict.Reason.EXPIRED, activation);
        }
        return new Verdict.Accepted(activation);
    }

    static boolean genuine(PublicKey key, byte[] signed, byte[] given) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            // A signature of a wrong length or form is none.
            return false;
        }
    }

    /** Base64url without padding (RFC 7515, section 2), in its one spelling: unused bits must be zero. */
    private static byte[] decoded(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the one spelling of these bytes");
        }
        return bytes;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("No UTF-8", e);
        }
    }

    private static Verdict refused(Verdict.Reason reason) {
        return new Verdict.Refused(reason, null);
    }
}
