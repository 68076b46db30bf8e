package si.podpora.activation.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The statement of a program that it has given its activation up: the activation's serial number and a proof
 * that only who has the activation can make (HMAC-SHA256 with the signature of the activation as key).
 *
 * @param serialNumber of the activation that was given up
 * @param proof the proof in Base64url
 */
public record ReleaseFile(long serialNumber, String proof) {

    private static final Pattern TEXT =
            Pattern.compile("(?s).*?time-and-space-release 1 (\\d{1,18}) ([A-Za-z0-9_-]{43})\\s*");

    /**
     * The statement for an activation file that this program has.
     *
     * @throws IllegalArgumentException if the text is no activation
     */
    public static ReleaseFile of(String activationFile) {
        var jws = ActivationFile.read(activationFile);
        var parts = jws.split("\\.", -1);
        var claims = Claims.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        var serialNumber = claims.number("serial");
        return new ReleaseFile(serialNumber, proof(parts[2], serialNumber));
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is no release file
     */
    public static ReleaseFile read(String text) {
        var matcher = TEXT.matcher(text);
        if (text.length() > 1000 || !matcher.matches()) {
            throw new IllegalArgumentException("No release file");
        }
        return new ReleaseFile(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    /** The file's text. */
    public String text() {
        return String.format(Locale.ROOT, "time-and-space-release 1 %d %s\n", serialNumber, proof);
    }

    /** Whether the program that wrote this had the given activation. */
    public boolean releases(String activationFile) {
        var genuine = of(activationFile);
        return genuine.serialNumber == serialNumber
                && MessageDigest.isEqual(
                        genuine.proof.getBytes(StandardCharsets.US_ASCII), proof.getBytes(StandardCharsets.US_ASCII));
    }

    private static String proof(String signature, long serialNumber) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(signature), "HmacSHA256"));
            var proof = mac.doFinal(("release " + serialNumber).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA256", e);
        }
    }
}
