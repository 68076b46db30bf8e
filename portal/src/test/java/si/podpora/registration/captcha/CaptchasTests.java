package si.podpora.registration.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import si.podpora.database.TestDatabase;

class CaptchasTests {

    private static final String FORM = "access-request";
    private static final Locale SLOVENIAN = Locale.of("sl");

    private static JdbcClient sql;

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Captchas captchas = copy();

    @BeforeAll
    static void database() {
        TestDatabase database = TestDatabase.migrated();
        sql = JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    @Test
    void theRightCodeServesOneSubmission() {
        UUID id = captchas.issue(FORM);
        assertThat(captchas.redeem(id, FORM, captchas.code(id))).isTrue();
        assertThat(captchas.redeem(id, FORM, captchas.code(id))).isFalse();
    }

    @Test
    void caseAndSpacesDoNotMatter() {
        UUID id = captchas.issue(FORM);
        String spaced =
                String.join(" ", captchas.code(id).toLowerCase(Locale.ROOT).split(""));
        assertThat(captchas.redeem(id, FORM, spaced)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "      ", "WRONG!", "222222222222"})
    void aWrongCodeEndsThePictureToo(String wrong) {
        UUID id = captchas.issue(FORM);
        assertThat(captchas.redeem(id, FORM, wrong)).isFalse();
        assertThat(captchas.redeem(id, FORM, captchas.code(id))).isFalse();
        assertThat(captchas.picture(id)).isEmpty();
        assertThat(captchas.sound(id, SLOVENIAN)).isEmpty();
    }

    @Test
    void aSolvedOneStillServesOneSubmissionAndTenMinutesMore() {
        UUID id = captchas.issue(FORM);
        now = now.plus(Duration.ofMinutes(9));
        assertThat(captchas.solves(id, FORM, captchas.code(id))).isTrue();
        now = now.plus(Duration.ofMinutes(9));
        assertThat(captchas.redeem(id, FORM, captchas.code(id))).isTrue();
        assertThat(captchas.solves(id, FORM, captchas.code(id))).isFalse();
    }

    @Test
    void aWrongTryEndsThePictureToo() {
        UUID id = captchas.issue(FORM);
        assertThat(captchas.solves(id, FORM, "222222")).isFalse();
        assertThat(captchas.solves(id, FORM, captchas.code(id))).isFalse();
        assertThat(captchas.redeem(id, FORM, captchas.code(id))).isFalse();
        assertThat(captchas.solves(null, FORM, "222222")).isFalse();
    }

    @Test
    void anotherFormIsRefusedAndLeavesTheCodeToItsOwn() {
        UUID id = captchas.issue(FORM);
        assertThat(captchas.redeem(id, "password-reset", captchas.code(id))).isFalse();
        assertThat(captchas.redeem(id, FORM, captchas.code(id))).isTrue();
    }

    @Test
    void aCodeOfAnotherPictureIsRefused() {
        UUID id = captchas.issue(FORM);
        UUID other = captchas.issue(FORM);
        assertThat(captchas.redeem(id, FORM, captchas.code(other))).isFalse();
        assertThat(captchas.redeem(other, FORM, captchas.code(other))).isTrue();
    }

    @Test
    void aFormWithoutAKnownPictureIsRefused() {
        UUID invented = UUID.randomUUID();
        assertThat(captchas.redeem(null, FORM, "M7KR4H")).isFalse();
        assertThat(captchas.redeem(invented, FORM, captchas.code(invented))).isFalse();
        assertThat(captchas.picture(invented)).isEmpty();
        assertThat(captchas.sound(invented, SLOVENIAN)).isEmpty();
    }

    @Test
    void aCodeExpiresAfterTenMinutes() {
        UUID inTime = captchas.issue(FORM);
        UUID late = captchas.issue(FORM);

        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertThat(captchas.picture(late)).isPresent();
        assertThat(captchas.redeem(inTime, FORM, captchas.code(inTime))).isTrue();

        now = now.plusMillis(1);
        assertThat(captchas.picture(late)).isEmpty();
        assertThat(captchas.redeem(late, FORM, captchas.code(late))).isFalse();
    }

    @Test
    void expiredCodesAreForgotten() {
        captchas.removeExpired();
        UUID old = captchas.issue(FORM);
        now = now.plus(Duration.ofMinutes(5));
        UUID young = captchas.issue(FORM);
        now = now.plus(Duration.ofMinutes(5));

        captchas.removeExpired();

        assertThat(sql.sql("select id from captcha").query(UUID.class).list())
                .contains(young)
                .doesNotContain(old);
    }

    @Test
    void whatOneCopyOfThePortalIssuesAnotherShowsAndTakes() {
        Captchas other = copy();
        UUID id = captchas.issue(FORM);

        assertThat(other.picture(id).orElseThrow())
                .isEqualTo(captchas.picture(id).orElseThrow());
        assertThat(other.sound(id, SLOVENIAN).orElseThrow())
                .isEqualTo(captchas.sound(id, SLOVENIAN).orElseThrow());
        assertThat(other.redeem(id, FORM, captchas.code(id))).isTrue();
        assertThat(captchas.redeem(id, FORM, captchas.code(id))).isFalse();
    }

    @Test
    void ofManySubmissionsAtOnceOneIsServed() throws Exception {
        UUID id = captchas.issue(FORM);
        String code = captchas.code(id);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> submissions = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> captchas.redeem(id, FORM, code))
                    .toList();
            long served = threads.invokeAll(submissions).stream()
                    .filter(submission -> submission.resultNow())
                    .count();
            assertThat(served).isEqualTo(1);
        }
    }

    @Test
    void copiesThatStartAtOnceShareOneSecret() throws Exception {
        TestDatabase fresh = TestDatabase.migrated();
        var client = JdbcClient.create(new DriverManagerDataSource(fresh.url(), fresh.user(), fresh.password()));
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<byte[]>> starts = IntStream.range(0, 6)
                    .<Callable<byte[]>>mapToObj(i -> () -> new ServerSecret(client).sign("purpose"))
                    .toList();
            assertThat(threads.invokeAll(starts).stream().map(start -> start.resultNow()))
                    .allMatch(signature -> Arrays.equals(signature, new ServerSecret(client).sign("purpose")));
        }
    }

    @Test
    void theDatabaseDoesNotContainTheCode() {
        UUID id = captchas.issue(FORM);
        String code = captchas.code(id);
        String row = sql.sql("select c::text || encode(c.code_hash, 'escape') from captcha c where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        String hex = HexFormat.of().formatHex(code.getBytes(UTF_8));

        assertThat(row).contains(id.toString()).doesNotContainIgnoringCase(code).doesNotContain(hex);
    }

    @Test
    void everyCodeHasItsOwnPicture() {
        List<byte[]> pictures = Stream.generate(() -> captchas.issue(FORM))
                .limit(20)
                .map(id -> captchas.picture(id).orElseThrow())
                .toList();
        assertThat(pictures).allSatisfy(png -> assertThat(png).startsWith(0x89, 'P', 'N', 'G'));
        assertThat(pictures.stream().map(Arrays::hashCode)).doesNotHaveDuplicates();
    }

    @Test
    void switchedOffItTakesAnything() {
        var off = new Captchas(sql, new ServerSecret(sql), Clock.systemUTC(), false);
        assertThat(off.enabled()).isFalse();
        assertThat(off.redeem(null, FORM, null)).isTrue();
        assertThat(captchas.enabled()).isTrue();
    }

    private Captchas copy() {
        InstantSource time = () -> now;
        return new Captchas(sql, new ServerSecret(sql), time.withZone(ZoneOffset.UTC), true);
    }
}
