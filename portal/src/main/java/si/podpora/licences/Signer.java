package si.podpora.licences;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Secret;

/** Signs statements with the configured key; the demonstration makes one of its own. */
@Component
class Signer {

    private static final Logger LOG = LoggerFactory.getLogger(Signer.class);
    private static final String DEMO_KEY = "demo";

    private final Optional<KeyRing> keys;
    private final boolean own;

    Signer(ActivationSettings activation, PodporaProperties settings, JdbcClient sql, Clock clock) {
        keys = open(activation, settings, sql, clock);
        own = activation.keyStore() == null;
    }

    /** Whether there is a key to sign with. */
    boolean isReady() {
        return keys.isPresent();
    }

    /** Whether it signs with a key that the demonstration made, which no real program takes. */
    boolean isTrial() {
        return own && isReady();
    }

    /** A compact JWS of a payload. */
    String sign(String payload) {
        return keys.orElseThrow(() -> new IllegalStateException("There is no key to sign with"))
                .sign(payload);
    }

    /** Whether a compact JWS was signed with a key that is still there; true of any while there is no key at all. */
    boolean stands(String jws) {
        return keys.map(ring -> ring.signed(jws)).orElse(true);
    }

    /** The public keys by key id; empty if there are none. */
    Map<String, String> published() {
        return keys.map(KeyRing::published).orElse(Map.of());
    }

    private static Optional<KeyRing> open(
            ActivationSettings activation, PodporaProperties settings, JdbcClient sql, Clock clock) {
        var file = activation.keyStore();
        try {
            if (file != null) {
                var ring = KeyRing.read(file, activation.password(), activation.keyId());
                LOG.info(
                        "Activations are signed with {}; published are {}",
                        ring.signingKeyId(),
                        ring.published().keySet());
                return Optional.of(ring);
            }
            return settings.demo() ? Optional.of(demo(settings, sql, clock)) : none();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key store of podpora.activation cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<KeyRing> none() {
        LOG.info("Nothing can be activated: podpora.activation.key-store names no key to sign with");
        return Optional.empty();
    }

    private static KeyRing demo(PodporaProperties settings, JdbcClient sql, Clock clock)
            throws IOException, GeneralSecurityException {
        var file = settings.dataDir().resolve("activation-demo.p12");
        var password = demoPassword(sql);
        if (Files.exists(file)) {
            try {
                return KeyRing.read(file, password, DEMO_KEY);
            } catch (IOException e) {
                LOG.info("{} belongs to a database that is no more", file);
            }
        }
        NewKeyStore.write(file, password, DEMO_KEY, clock.instant());
        LOG.warn("The demonstration signs activations with a key of its own, made now: {}", file);
        return KeyRing.read(file, password, DEMO_KEY);
    }

    /** Random, kept in the database, so that the file alone gives no key away. */
    private static String demoPassword(JdbcClient sql) {
        var made = Secret.random().hash();
        var kept = sql.sql("""
                with made as (
                    insert into server_secret (name, value) values ('demo activation keys', :made)
                    on conflict do nothing returning value)
                select value from made
                union all select value from server_secret where name = 'demo activation keys' limit 1
                """)
                .param("made", made)
                .query((row, index) -> row.getBytes("value"))
                .single();
        return HexFormat.of().formatHex(kept);
    }
}
