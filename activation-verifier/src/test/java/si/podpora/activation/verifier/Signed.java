package si.podpora.activation.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Signs with the key of RFC 8037, appendix A.1. */
final class Signed {

    static final String JWK_X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String JWK_D = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

    static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"activation\",\"kid\":\"rfc8037\"}";
    static final String PAYLOAD = "{\"ver\":1,\"serial\":100001,\"licence\":\"L-1\",\"licensee\":\"Železarna d.o.o.\","
            + "\"product\":\"time-and-space\",\"edition\":\"professional\",\"modules\":[\"time\",\"access\"],"
            + "\"numbers\":{\"employees\":250,\"terminals\":12,\"clients\":5},"
            + "\"installation\":{\"version\":\"8.4.2\",\"hardware\":[\"0000000001\",\"00000000ab\",\"ffffffffff\"],"
            + "\"same\":2},\"iat\":1767225600,\"exp\":1798761599,\"maintenance\":\"2026-12-31\"}";

    static final SigningKeys KEYS = SigningKeys.ofJwks(
            "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"rfc8037\",\"x\":\"" + JWK_X + "\"}]}");

    private Signed() {}

    static String jws() {
        return jws(HEADER, PAYLOAD);
    }

    static String jws(String header, String payload) {
        var signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(payload.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(signature(signed));
    }

    static byte[] signature(String signed) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, Base64.getUrlDecoder().decode(JWK_D)));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
