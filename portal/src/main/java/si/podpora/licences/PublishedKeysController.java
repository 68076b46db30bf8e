package si.podpora.licences;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import si.podpora.web.Access;
import tools.jackson.databind.json.JsonMapper;

/** The public keys as a JWK set (RFC 7517), for whoever checks activations. */
@Controller
class PublishedKeysController {

    private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");

    private final byte[] keys;

    PublishedKeysController(Signer signer, JsonMapper json) {
        keys = json.writeValueAsBytes(Map.of(
                "keys",
                signer.published().entrySet().stream()
                        .map(key -> jwk(key.getKey(), key.getValue()))
                        .toList()));
    }

    @GetMapping("/.well-known/activation-keys.json")
    @Access(Access.To.ANYONE)
    ResponseEntity<byte[]> show() {
        return ResponseEntity.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(keys);
    }

    private static Map<String, Object> jwk(String id, String x) {
        var jwk = new TreeMap<String, Object>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("use", "sig");
        jwk.put("alg", "EdDSA");
        jwk.put("kid", id);
        jwk.put("x", x);
        return jwk;
    }
}
