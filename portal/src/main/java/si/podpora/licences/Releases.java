package si.podpora.licences;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.activation.verifier.ReleaseFile;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Gives an installation's place back to its licence. */
@Component
class Releases {

    /** A release that nothing proves is taken once in this time for each licence. */
    private static final Period BETWEEN_DECLARATIONS = Period.ofYears(1);

    private final JdbcClient sql;
    private final Licences licences;
    private final LicenceHistory history;
    private final Clock clock;

    Releases(JdbcClient sql, Licences licences, LicenceHistory history, Clock clock) {
        this.sql = sql;
        this.licences = licences;
        this.history = history;
        this.clock = clock;
    }

    /** What came of it. */
    enum Result {
        RELEASED,
        /** It had been released before. */
        ALREADY,
        /** The file is not of this licence's activation, or was not made with it. */
        WRONG_FILE,
        /** A declaration was taken within the last year. */
        TOO_SOON
    }

    /** By the file that the program made when it gave the activation up. */
    @Transactional
    Result byFile(Actor me, long licenceId, ReleaseFile file) {
        var licence = licences.find(me, licenceId);
        licences.lock(licence.id());
        var proves = sql
                .sql("""
                        select f.jws from activation_file f join activation a on a.id = f.activation_id
                        where a.id = :serial and a.licence_id = :licence
                        """)
                .param("serial", file.serialNumber())
                .param("licence", licence.id())
                .query(String.class)
                .list()
                .stream()
                .anyMatch(file::releases);
        return proves ? release(me, licence.id(), file.serialNumber(), "file", "") : Result.WRONG_FILE;
    }

    /** By a person's word. */
    @Transactional
    Result byDeclaration(Actor me, long serialNumber) {
        var installation = licences.installation(me, serialNumber);
        licences.lock(installation.licenceId());
        if (!mayDeclare(installation.licenceId())) {
            return Result.TOO_SOON;
        }
        return release(me, installation.licenceId(), serialNumber, "declaration", "");
    }

    /** By the help desk. */
    @Transactional
    Result byDesk(Actor me, long serialNumber, String reason) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        var installation = licences.installation(me, serialNumber);
        licences.lock(installation.licenceId());
        return release(me, installation.licenceId(), serialNumber, "desk", reason);
    }

    /** Whether a declaration would be taken now. */
    boolean mayDeclare(long licenceId) {
        var since = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(BETWEEN_DECLARATIONS)
                .toInstant();
        return !sql.sql("""
                select exists (select from activation
                    where licence_id = :licence and released_as = 'declaration' and released_at > :since)
                """)
                .param("licence", licenceId)
                .param("since", SqlTime.of(since))
                .query(Boolean.class)
                .single();
    }

    private Result release(Actor me, long licenceId, long serialNumber, String as, String reason) {
        var released = sql.sql("""
                update activation set released_at = :now, released_by = :me, released_as = :as
                where id = :id and released_at is null
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("me", me.id())
                .param("as", as)
                .param("id", serialNumber)
                .update();
        if (released == 0) {
            return Result.ALREADY;
        }
        history.record(licenceId, serialNumber, LicenceEvent.Kind.RELEASED, me, as, reason);
        return Result.RELEASED;
    }
}
