package si.podpora.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;

/** Activates installations. Whoever comes at the same time with the same licence waits in turn. */
@Component
public class Activations {

    private final JdbcClient sql;
    private final Licences licences;
    private final ProductReleases releases;
    private final Statement statement;
    private final Signer signer;
    private final LicenceHistory history;
    private final ActivationMail mail;
    private final Clock clock;
    private final ZoneId zone;
    private final int sameComponents;

    Activations(
            JdbcClient sql,
            Licences licences,
            ProductReleases releases,
            Statement statement,
            Signer signer,
            LicenceHistory history,
            ActivationMail mail,
            Clock clock,
            PodporaProperties settings,
            ActivationSettings activation) {
        this.sql = sql;
        this.licences = licences;
        this.releases = releases;
        this.statement = statement;
        this.signer = signer;
        this.history = history;
        this.mail = mail;
        this.clock = clock;
        zone = ZoneId.of(settings.organisation().timeZone());
        sameComponents = activation.sameComponents();
    }

    /** What would come of a wish; a refusal is written down, nothing else is changed. */
    @Transactional
    Outcome ask(Wish wish) {
        var found = find(wish);
        return found.isEmpty() ? unknown() : judge(found.get(), wish);
    }

    /** Activates the installation, once however often it is asked for. */
    @Transactional
    Outcome activate(Wish wish) {
        var found = find(wish);
        if (found.isEmpty()) {
            return unknown();
        }
        licences.lock(found.get().id());
        // Read again: whoever had the lock may have changed it.
        var licence = licences.byId(found.get().id()).orElseThrow();
        if (!wish.claimant().mayUse(licence.companyId())) {
            return unknown();
        }
        return switch (judge(licence, wish)) {
            case Outcome.Denied denied -> denied;
            case Outcome.Granted granted ->
                new Outcome.Granted(
                        licence,
                        granted.known(),
                        granted.known() == null ? begin(licence, wish) : renew(licence, granted.known(), wish));
        };
    }

    /** Activates an installation in its own name, as a program does that is online. */
    @Transactional
    public void activate(long licenceId, InstallationCode code) {
        activate(new Wish(Claimant.PROGRAM, null, licenceId, code));
    }

    /** Today, where the organisation is: licences end there. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Optional<Licence> find(Wish wish) {
        var licence = wish.key() != null
                ? licences.byKey(wish.key())
                : Optional.ofNullable(wish.licenceId()).flatMap(licences::byId);
        var person = wish.claimant().person();
        licence.filter(found -> person != null && !wish.claimant().mayUse(found.companyId()))
                .filter(found -> wish.key() != null)
                .ifPresent(foreign -> history.recordForeign(foreign.id(), Objects.requireNonNull(person)));
        return licence.filter(found -> wish.claimant().mayUse(found.companyId()));
    }

    private static Outcome unknown() {
        return new Outcome.Denied(Denial.UNKNOWN_KEY, null, List.of());
    }

    private Outcome judge(Licence licence, Wish wish) {
        if (!signer.isReady()) {
            return new Outcome.Denied(Denial.UNAVAILABLE, licence, List.of());
        }
        var active = licences.active(licence.id());
        var today = today();
        var released = releases.released(licence.product(), wish.code().version(), today);
        var judgement = Judgement.of(licence, active, wish.code().hardware(), released, today, sameComponents);
        return switch (judgement) {
            case Judgement.Free free -> new Outcome.Granted(licence, null, null);
            case Judgement.Same same -> new Outcome.Granted(licence, same.installation(), null);
            case Judgement.No no -> {
                history.record(
                        licence.id(),
                        null,
                        LicenceEvent.Kind.REFUSED,
                        wish.claimant().person(),
                        no.denial().code(),
                        "");
                yield new Outcome.Denied(no.denial(), licence, active);
            }
        };
    }

    private long begin(Licence licence, Wish wish) {
        var hardware = wish.code().hardware().components();
        var serialNumber = sql.sql("""
                insert into activation (licence_id, board, disk, network, version, issued_at, issued_by)
                values (:licence, :board, :disk, :network, :version, :now, :by)
                returning id
                """)
                .param("licence", licence.id())
                .param("board", hardware.get(0))
                .param("disk", hardware.get(1))
                .param("network", hardware.get(2))
                .param("version", wish.code().version().toString())
                .param("now", SqlTime.of(clock.instant()))
                .param("by", wish.claimant().personId(), Types.BIGINT)
                .query(Long.class)
                .single();
        sign(licence, serialNumber, wish, LicenceEvent.Kind.ACTIVATED);
        return serialNumber;
    }

    /** The same file again, or a new one under the same serial number: when it would say something else by now, or its key is gone. */
    private long renew(Licence licence, Installation known, Wish wish) {
        var serialNumber = known.serialNumber();
        var payload = statement.of(licence, serialNumber, wish.code(), clock.instant());
        var file = licences.file(serialNumber);
        if (statement.saysTheSame(file, payload) && signer.stands(file)) {
            return serialNumber;
        }
        var hardware = wish.code().hardware().components();
        sql.sql("""
                update activation set board = :board, disk = :disk, network = :network, version = :version
                where id = :id
                """)
                .param("board", hardware.get(0))
                .param("disk", hardware.get(1))
                .param("network", hardware.get(2))
                .param("version", wish.code().version().toString())
                .param("id", serialNumber)
                .update();
        sign(licence, serialNumber, wish, LicenceEvent.Kind.RENEWED);
        return serialNumber;
    }

    private void sign(Licence licence, long serialNumber, Wish wish, LicenceEvent.Kind kind) {
        InstallationCode code = wish.code();
        var now = clock.instant();
        var jws = signer.sign(statement.of(licence, serialNumber, code, now));
        sql.sql("""
                insert into activation_file (activation_id, jws, issued_at, issued_by)
                values (:activation, :jws, :now, :by)
                """)
                .param("activation", serialNumber)
                .param("jws", jws)
                .param("now", SqlTime.of(now))
                .param("by", wish.claimant().personId(), Types.BIGINT)
                .update();
        history.record(licence.id(), serialNumber, kind, wish.claimant().person(), "", "");
        var person = wish.claimant().person();
        if (person != null) {
            mail.post(person, licence, serialNumber, jws);
        }
    }
}
