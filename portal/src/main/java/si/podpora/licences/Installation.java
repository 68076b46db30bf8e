package si.podpora.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.podpora.activation.verifier.Hardware;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.ProgramVersion;
import si.podpora.web.SqlTime;

/**
 * An installation that a licence has activated.
 *
 * @param serialNumber of the activation
 * @param issuedBy who activated it; empty: the program itself
 * @param releasedAt null while it is active
 * @param releasedAs {@code file}, {@code declaration} or {@code desk}; null while it is active
 */
public record Installation(
        long serialNumber,
        long licenceId,
        Hardware hardware,
        String version,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant releasedAt,
        @Nullable String releasedAs) {

    /** What one is read from; a condition follows. */
    static final String SELECT = """
            select a.*, coalesce(p.first_name || ' ' || p.last_name, '') as issued_by_name
            from activation a left join person p on p.id = a.issued_by
            """;

    static Installation of(ResultSet row, int index) throws SQLException {
        return new Installation(
                row.getLong("id"),
                row.getLong("licence_id"),
                new Hardware(List.of(row.getLong("board"), row.getLong("disk"), row.getLong("network"))),
                row.getString("version"),
                SqlTime.instant(row, "issued_at"),
                row.getString("issued_by_name"),
                SqlTime.instantOrNull(row, "released_at"),
                row.getString("released_as"));
    }

    /** The code that the program shows. */
    public String code() {
        return new InstallationCode(ProgramVersion.of(version), hardware).text();
    }

    /** The part of the code by which people tell installations apart. */
    public String shortCode() {
        var groups = code().split("-", -1);
        return groups[1] + "-" + groups[2];
    }

    public boolean isActive() {
        return releasedAt == null;
    }
}
