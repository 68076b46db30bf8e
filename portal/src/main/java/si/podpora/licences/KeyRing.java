package si.podpora.licences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys that activations are signed with: one signs, all are published, so that programs know the next
 * one before it signs and the last one after it did. The private keys never leave this class.
 */
final class KeyRing {

    private static final int RAW_KEY = 32;

    private final String signing;
    private final PrivateKey privateKey;
    private final Map<String, PublicKey> published;

    private KeyRing(String signing, PrivateKey privateKey, Map<String, PublicKey> published) {
        this.signing = signing;
        this.privateKey = privateKey;
        this.published = published;
    }

    /**
     * Reads a PKCS#12 file.
     *
     * @param signing the entry that signs
     * @throws GeneralSecurityException if the password is wrong, or the entry is no Ed25519 key
     */
    static KeyRing read(Path file, String password, String signing) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, password.toCharArray());
        }
        var published = new TreeMap<String, PublicKey>();
        for (var alias : Collections.list(store.aliases())) {
            var certificate = store.getCertificate(alias);
            if (certificate != null && isEd25519(certificate.getPublicKey())) {
                published.put(alias, certificate.getPublicKey());
            }
        }
        if (!published.containsKey(signing)
                || !(store.getKey(signing, password.toCharArray()) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("No Ed25519 key named \"" + signing + "\" in " + file + "; there are "
                    + published.keySet() + ". podpora.activation.key-id says which one signs.");
        }
        return new KeyRing(signing, key, published);
    }

    /** A compact JWS (RFC 7515, section 3.1) of a payload, signed with EdDSA (RFC 8037). */
    String sign(String payload) {
        var signed = header(signing) + "." + encode(payload.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    /** Whether one of these keys signed a compact JWS that this portal has made. */
    boolean signed(String jws) {
        var parts = jws.split("\\.", -1);
        return published.entrySet().stream()
                .anyMatch(key -> parts[0].equals(header(key.getKey())) && fits(key.getValue(), parts));
    }

    private static boolean fits(PublicKey key, String[] parts) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Checking a signature failed", e);
        }
    }

    private static String header(String id) {
        return encode(
                ("{\"alg\":\"EdDSA\",\"typ\":\"activation\",\"kid\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** The public keys as they are in RFC 8037, section 2: their 32 bytes in base64url, by key id. */
    Map<String, String> published() {
        var keys = new TreeMap<String, String>();
        published.forEach((id, key) -> {
            var encoded = key.getEncoded();
            keys.put(id, encode(Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length)));
        });
        return keys;
    }

    String signingKeyId() {
        return signing;
    }

    private static boolean isEd25519(PublicKey key) {
        return key instanceof EdECPublicKey edwards
                && edwards.getParams().getName().equals("Ed25519");
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "KeyRing" + published.keySet();
    }
}
