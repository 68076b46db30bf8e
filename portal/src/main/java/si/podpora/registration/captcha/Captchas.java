package si.podpora.registration.captcha;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/**
 * Issues codes and takes them back. A code serves one submission of one form within ten minutes, and a wrong answer ends
 * it too, so that nobody can guess twice at one picture.
 *
 * <p>Any copy of the portal can show and take the code that another one issued.
 */
@Component
public class Captchas {

    private static final Duration VALID = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final ServerSecret secret;
    private final Clock clock;
    private final boolean enabled;

    Captchas(
            JdbcClient sql,
            ServerSecret secret,
            Clock clock,
            @Value("${podpora.captcha.enabled:true}") boolean enabled) {
        this.sql = sql;
        this.secret = secret;
        this.clock = clock;
        this.enabled = enabled;
    }

    /** When false, forms leave the code out and {@link #redeem} takes anything. */
    public boolean enabled() {
        return enabled;
    }

    /**
     * A new code.
     *
     * @param form the only form that it will serve
     */
    public UUID issue(String form) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        sql.sql("""
                        insert into captcha (id, form, code_hash, created_at, expires_at)
                        values (:id, :form, :hash, :now, :expires)
                        """)
                .param("id", id)
                .param("form", form)
                .param("hash", hash(id, code(id)))
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(VALID)))
                .update();
        return id;
    }

    /** A PNG of 240 by 80 pixels, always the same for a code; empty when the code is unknown, used or expired. */
    public Optional<byte[]> picture(UUID id) {
        return isOpen(id) ? Optional.of(CaptchaPicture.png(code(id), seed("picture", id))) : Optional.empty();
    }

    /**
     * A WAV that speaks the code twice, always the same for a code and language; empty when the code is unknown, used or
     * expired.
     *
     * @param reader English is spoken where there are no clips of the language
     */
    public Optional<byte[]> sound(UUID id, Locale reader) {
        return isOpen(id) ? Optional.of(CaptchaSound.in(reader).wav(code(id), seed("sound", id))) : Optional.empty();
    }

    /**
     * Takes a code back, right or wrong. Call it outside the transaction of the submission, or in one that commits a
     * wrong answer, too: were it rolled back, the answer would be forgotten.
     *
     * @param id null, as null for typed, when the form came without it
     */
    public boolean redeem(@Nullable UUID id, String form, @Nullable String typed) {
        if (!enabled) {
            return true;
        }
        if (id == null) {
            return false;
        }
        return sql.sql("""
                        update captcha set used_at = :now
                        where id = :id and form = :form and used_at is null and expires_at > :now
                        returning code_hash = :hash
                        """)
                .param("id", id)
                .param("form", form)
                .param("now", SqlTime.of(clock.instant()))
                .param("hash", hash(id, CaptchaCode.read(typed == null ? "" : typed)))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Tries a code that came with a form in which something else is wrong. A right one serves the form when it comes
     * again, for as long as a new one would; a wrong one is taken back as by {@link #redeem}.
     *
     * @param id null when the form came without it
     */
    public boolean solves(@Nullable UUID id, String form, String typed) {
        if (id == null) {
            return false;
        }
        Instant now = clock.instant();
        return sql.sql("""
                        update captcha set
                            used_at = case when code_hash = :hash then used_at else :now end,
                            expires_at = case when code_hash = :hash then :expires else expires_at end
                        where id = :id and form = :form and used_at is null and expires_at > :now
                        returning code_hash = :hash
                        """)
                .param("id", id)
                .param("form", form)
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(VALID)))
                .param("hash", hash(id, CaptchaCode.read(typed)))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Forgets the codes whose time is over.
     *
     * @return how many
     */
    public int removeExpired() {
        return sql.sql("delete from captcha where expires_at <= :now")
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Whether a code still serves: neither used nor expired. */
    public boolean isOpen(UUID id) {
        return sql.sql("""
                        select exists (select from captcha where id = :id and used_at is null and expires_at > :now)
                        """)
                .param("id", id)
                .param("now", SqlTime.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** For the tests too, which cannot read pictures. */
    String code(UUID id) {
        return CaptchaCode.of(secret.sign("code", id.toString()));
    }

    private byte[] hash(UUID id, String code) {
        return secret.sign("hash", id.toString(), code);
    }

    private long seed(String purpose, UUID id) {
        return ByteBuffer.wrap(secret.sign(purpose, id.toString())).getLong();
    }
}
