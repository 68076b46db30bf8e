package si.podpora.activation.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The public keys that activations may be signed with, by key id. Built into the program from the portal's
 * published set; it holds the next key too, so that keys can be changed without a new version.
 */
public final class SigningKeys {

    /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410, section 4). */
    private static final byte[] PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private static final int KEY_BYTES = 32;

    private final Map<String, PublicKey> keys;

    private SigningKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a set as the portal publishes it (RFC 7517, keys after RFC 8037, section 2). Keys of other types
     * are passed over.
     *
     * @throws IllegalArgumentException if it is no set, or one of its keys is none
     */
    public static SigningKeys ofJwks(String jwks) {
        var keys = new HashMap<String, PublicKey>();
        for (var element : Claims.read(jwks).list("keys")) {
            var key = Claims.of(element);
            if (key.text("kty").equals("OKP") && key.text("crv").equals("Ed25519")) {
                keys.put(key.text("kid"), publicKey(Base64.getUrlDecoder().decode(key.text("x"))));
            }
        }
        return new SigningKeys(keys);
    }

    /** Null if the key is not known. */
    PublicKey get(String keyId) {
        return keys.get(keyId);
    }

    private static PublicKey publicKey(byte[] raw) {
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
        }
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, PREFIX.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No Ed25519 key", e);
        }
    }
}
