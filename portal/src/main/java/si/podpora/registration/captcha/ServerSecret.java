package si.podpora.registration.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret that all copies of the portal share through the database, read once at the start. */
@Component
class ServerSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String NAME = "captcha";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    ServerSecret(JdbcClient jdbc) {
        key = new SecretKeySpec(read(jdbc).orElseGet(() -> make(jdbc)), ALGORITHM);
    }

    /** HMAC-SHA256 over the parts, 32 bytes; the purpose comes first, so that one value never serves two. */
    byte[] sign(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(String.join("|", parts).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static Optional<byte[]> read(JdbcClient jdbc) {
        return jdbc.sql("select value from server_secret where name = :name")
                .param("name", NAME)
                .query(byte[].class)
                .optional();
    }

    /** Of several copies that start at once, the first wins and all read what it wrote. */
    private static byte[] make(JdbcClient jdbc) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into server_secret (name, value) values (:name, :value) on conflict (name) do nothing")
                .param("name", NAME)
                .param("value", fresh)
                .update();
        return read(jdbc).orElseThrow();
    }
}
