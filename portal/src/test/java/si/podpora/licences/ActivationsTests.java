package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.activation.verifier.ActivationVerifier;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.ProgramVersion;
import si.podpora.activation.verifier.SigningKeys;
import si.podpora.activation.verifier.Verdict;
import si.podpora.web.Refusal;

/** The rules of activation, on a real database. */
class ActivationsTests extends LicenceTests {

    @Autowired
    private Activations activations;

    @Autowired
    private Licences licences;

    @Autowired
    private KeyAttempts attempts;

    @Autowired
    private ProductReleases releases;

    @BeforeEach
    void enterTheVersions() {
        releases.enter(
                new ProductReleases.Release("time-and-space", ProgramVersion.of("8.0"), LocalDate.of(2019, 5, 1)));
        releases.enter(
                new ProductReleases.Release("time-and-space", ProgramVersion.of("8.4"), LocalDate.of(2020, 10, 1)));
    }

    @Test
    void whatIsSignedIsAcceptedByTheVerifier() {
        var licence = stage().licence(cast.kovinar(), 1);
        var serial = activated(licence, LicenceStage.code(1));
        var keys = visitor().get("/.well-known/activation-keys.json");
        assertThat(keys.header("Content-Type")).isEqualTo("application/jwk-set+json");
        var verdict = new ActivationVerifier(
                        SigningKeys.ofJwks(keys.body()), "time-and-space", LocalDate.of(2020, 10, 1))
                .check(licences.file(serial), LicenceStage.hardware(1, 1, 2), clock.instant());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            assertThat(accepted.activation().serialNumber()).isEqualTo(serial);
            assertThat(accepted.activation().licensee()).isEqualTo("Kovinar d.o.o.");
            assertThat(accepted.activation().employees()).isEqualTo(250);
            assertThat(accepted.activation().issued()).isEqualTo(clock.instant());
        });
    }

    @Test
    void theSameInstallationGetsTheSameActivation() {
        var licence = stage().licence(cast.kovinar(), 1);
        var serial = activated(licence, LicenceStage.code(1));
        var file = licences.file(serial);
        clock.forward(Duration.ofDays(3));
        assertThat(activated(licence, LicenceStage.code(1))).isEqualTo(serial);
        assertThat(licences.file(serial)).isEqualTo(file);
        assertThat(stage().events(licence)).containsExactly("issued", "activated");
    }

    @Test
    void oneOfThreePartsMayBeExchangedAtATime() {
        var licence = stage().licence(cast.kovinar(), 1);
        var serial = activated(licence, LicenceStage.code(1));
        assertThat(activated(licence, LicenceStage.code(1, 1, 2, "8.4.2"))).isEqualTo(serial);
        assertThat(activated(licence, LicenceStage.code(1, 2, 2, "8.4.2"))).isEqualTo(serial);
        assertThat(denied(licence, LicenceStage.code(3, 3, 2, "8.4.2"))).isEqualTo(Denial.LIMIT_REACHED);
        assertThat(stage().events(licence))
                .containsExactly("issued", "activated", "renewed", "renewed", "refused limit-reached");
    }

    @Test
    void anExtendedLicenceGivesANewFileUnderTheSameNumber() {
        var licence = stage().licence(cast.kovinar(), 1, LocalDate.of(2021, 1, 31), null);
        var serial = activated(licence, LicenceStage.code(1));
        var file = licences.file(serial);
        desk.extend(licence, LocalDate.of(2022, 1, 31), null, cast.actor(cast.vesna()), "Plačano");
        assertThat(activated(licence, LicenceStage.code(1))).isEqualTo(serial);
        assertThat(licences.file(serial)).isNotEqualTo(file);
    }

    @Test
    void whatIsBlockedExpiredOrUnmaintainedIsRefusedWithItsReason() {
        var company = cast.kovinar();
        var blocked = stage().licence(company, 1);
        desk.block(blocked, null, "Neplačano");
        assertThat(denied(blocked, LicenceStage.code(1))).isEqualTo(Denial.BLOCKED);
        var today = activations.today();
        assertThat(denied(stage().licence(company, 1, today.minusDays(1), null), LicenceStage.code(1)))
                .isEqualTo(Denial.EXPIRED);
        activated(stage().licence(company, 1, today, null), LicenceStage.code(1));
        var unmaintained = stage().licence(company, 1, null, LocalDate.of(2020, 9, 30));
        assertThat(denied(unmaintained, LicenceStage.code(1))).isEqualTo(Denial.MAINTENANCE_ENDED);
        assertThat(denied(unmaintained, LicenceStage.code(1, 1, 1, "9.1"))).isEqualTo(Denial.MAINTENANCE_ENDED);
        activated(unmaintained, LicenceStage.code(1, 1, 1, "8.3.9"));
        activated(unmaintained, LicenceStage.code(1, 1, 1, "7.0"));
    }

    @Test
    void fiftyWhoWantTheLastInstallationHaveOneWinner() throws Exception {
        var licence = stage().licence(cast.kovinar(), 2);
        activated(licence, LicenceStage.code(1000));
        var me = new Claimant(cast.actor(cast.janez()));
        try (var threads = Executors.newFixedThreadPool(50)) {
            var tasks = IntStream.range(0, 50)
                    .<Callable<Outcome>>mapToObj(machine ->
                            () -> activations.activate(new Wish(me, null, licence, LicenceStage.code(machine))))
                    .toList();
            var granted = 0;
            var limit = 0;
            for (var outcome : threads.invokeAll(tasks)) {
                switch (outcome.get()) {
                    case Outcome.Granted won -> granted++;
                    case Outcome.Denied lost -> {
                        assertThat(lost.denial()).isEqualTo(Denial.LIMIT_REACHED);
                        limit++;
                    }
                }
            }
            assertThat(Map.of("granted", granted, "limit", limit)).isEqualTo(Map.of("granted", 1, "limit", 49));
        }
        assertThat(licences.active(licence)).hasSize(2);
    }

    @Test
    void fiftyOfTheSameInstallationGetOneActivation() throws Exception {
        var licence = stage().licence(cast.kovinar(), 5);
        var me = new Claimant(cast.actor(cast.janez()));
        try (var threads = Executors.newFixedThreadPool(50)) {
            var task =
                    (Callable<Outcome>) () -> activations.activate(new Wish(me, null, licence, LicenceStage.code(1)));
            for (var outcome : threads.invokeAll(Collections.nCopies(50, task))) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Granted.class);
            }
        }
        assertThat(licences.active(licence)).hasSize(1);
        assertThat(stage().events(licence)).containsExactly("issued", "activated");
    }

    @Test
    void aForeignKeyIsAnsweredLikeAnUnknownOne() {
        var foreign = stage().licence(cast.mlekarna(), 1);
        var me = new Claimant(cast.actor(cast.janez()));
        var theirs =
                activations.activate(new Wish(me, new LicenceKey(stage().key(foreign)), null, LicenceStage.code(1)));
        var none = activations.activate(new Wish(me, LicenceKey.random(), null, LicenceStage.code(1)));
        assertThat(theirs).isEqualTo(none);
        assertThat(stage().events(foreign)).containsExactly("issued", "refused unknown-key");
        var chosen = activations.activate(new Wish(me, null, foreign, LicenceStage.code(1)));
        assertThat(chosen).isEqualTo(none);
    }

    @Test
    void wrongKeysAreCountedByPersonAndByNetwork() {
        var wrong = new Outcome.Denied(Denial.UNKNOWN_KEY, null, List.of());
        for (int i = 0; i < 10; i++) {
            attempts.check(List.of("person:1", "network:a"));
            attempts.note(List.of("person:1", "network:a"), wrong);
        }
        for (var waits : new String[] {"person:1 network:b", "person:2 network:a"}) {
            assertThatExceptionOfType(Refusal.TooOften.class)
                    .as(waits)
                    .isThrownBy(() -> attempts.check(List.of(waits.split(" ", -1))));
        }
        attempts.check(List.of("person:2", "network:b"));
    }

    @Test
    void whoSeesOnlyTheOwnCasesUsesNoLicence() {
        var licence = stage().licence(cast.kovinar(), 1);
        var jana = new Claimant(cast.actor(cast.jana()));
        assertThat(activations.ask(new Wish(jana, null, licence, LicenceStage.code(1))))
                .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> assertThat(denied.denial()).isEqualTo(Denial.UNKNOWN_KEY));
    }

    private long activated(long licence, InstallationCode code) {
        var outcome = activations.activate(wish(licence, code));
        assertThat(outcome).isInstanceOf(Outcome.Granted.class);
        return Objects.requireNonNull(((Outcome.Granted) outcome).serialNumber());
    }

    private Denial denied(long licence, InstallationCode code) {
        var outcome = activations.activate(wish(licence, code));
        assertThat(outcome).isInstanceOf(Outcome.Denied.class);
        return ((Outcome.Denied) outcome).denial();
    }

    private Wish wish(long licence, InstallationCode code) {
        return new Wish(new Claimant(cast.actor(cast.janez())), null, licence, code);
    }
}
