package si.podpora.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random secret for a link, a code or a cookie: 256 bits as base64url. Only its SHA-256 is stored; a
 * slow hash adds nothing to a secret that cannot be guessed.
 *
 * @param text what the person gets
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Secret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored. */
    public byte[] hash() {
        return hash(text);
    }

    /** What would be stored for a secret that somebody shows. */
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
