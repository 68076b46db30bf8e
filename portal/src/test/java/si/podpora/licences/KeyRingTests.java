package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the portal signs, read by a library that is not ours. */
class KeyRingTests {

    private static final Path FILE = Path.of("src/test/resources/si/podpora/licences/keys.p12");
    private static final String PASSWORD = "test-only-password";

    @Test
    void anIndependentLibraryReadsWhatIsSigned() throws Exception {
        var ring = KeyRing.read(FILE, PASSWORD, "2026-1");
        var jws = JWSObject.parse(ring.sign("{\"licensee\":\"Železarna\"}"));
        assertThat(jws.getHeader().getAlgorithm().getName()).isEqualTo("EdDSA");
        assertThat(jws.getHeader().getKeyID()).isEqualTo("2026-1");
        assertThat(jws.verify(new Ed25519Verifier(key(ring, "2026-1")))).isTrue();
        assertThat(jws.verify(new Ed25519Verifier(key(ring, "2027-1")))).isFalse();
        assertThat(jws.getPayload().toString()).isEqualTo("{\"licensee\":\"Železarna\"}");
    }

    @Test
    void theNextKeyIsPublishedBeforeItSigns() throws Exception {
        var now = KeyRing.read(FILE, PASSWORD, "2026-1");
        var next = KeyRing.read(FILE, PASSWORD, "2027-1");
        assertThat(now.published()).containsOnlyKeys("2026-1", "2027-1").isEqualTo(next.published());
        var jws = JWSObject.parse(next.sign("{}"));
        assertThat(jws.verify(new Ed25519Verifier(key(now, "2027-1")))).isTrue();
    }

    @Test
    void aWrongPasswordAndAnUnknownEntryAreToldWithoutAnySecret() {
        assertThatThrownBy(() -> KeyRing.read(FILE, "wrong-password", "2026-1"))
                .hasMessageNotContaining("wrong-password");
        assertThatThrownBy(() -> KeyRing.read(FILE, PASSWORD, "2030-1"))
                .hasMessageContaining("2030-1")
                .hasMessageContaining("2026-1")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void theDemonstrationsOwnKeySignsAsWell(@TempDir Path folder) throws Exception {
        var file = folder.resolve("demo.p12");
        NewKeyStore.write(file, "random", "demo", Instant.parse("2026-01-01T00:00:00Z"));
        var ring = KeyRing.read(file, "random", "demo");
        var jws = JWSObject.parse(ring.sign("{}"));
        assertThat(jws.verify(new Ed25519Verifier(key(ring, "demo")))).isTrue();
    }

    @Test
    void nothingThatIsLoggedHoldsAKey() throws Exception {
        var key = LicenceKey.random();
        assertThat(key.toString()).doesNotContain(key.text().substring(7, 27));
        assertThat(KeyRing.read(FILE, PASSWORD, "2026-1").toString()).isEqualTo("KeyRing[2026-1, 2027-1]");
        assertThat(new ActivationSettings(FILE, PASSWORD, "2026-1", 2).toString())
                .doesNotContain(PASSWORD);
    }

    private static OctetKeyPair key(KeyRing ring, String id) {
        return new OctetKeyPair.Builder(
                        Curve.Ed25519,
                        new Base64URL(Objects.requireNonNull(ring.published().get(id))))
                .keyID(id)
                .build();
    }
}
