package si.podpora.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.podpora.web.SqlTime;

/**
 * A case as the verbs need it: whose it is and where it stands.
 *
 * @param companyId null until the requester is admitted to a company
 * @param ownerId null: the help desk
 * @param ownerName empty: the help desk
 * @param closedAt null while it is open
 * @param waiting null unless it waits for its customer
 */
public record CaseHead(
        long id,
        CaseNumber number,
        @Nullable Long companyId,
        long requesterId,
        CaseType type,
        String title,
        StatusReason status,
        @Nullable Long ownerId,
        String ownerName,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable Waiting waiting) {

    /** How long a closed case can be opened again; afterwards a new one follows it. */
    public static final Duration REOPENING = Duration.ofDays(30);

    static final String COLUMNS = "c.id, c.number, c.company_id, c.requester_id, c.type, c.title, c.status_reason,"
            + " c.owner_id, c.owner_name, c.created_at, c.closed_at, " + Waiting.COLUMNS;

    static CaseHead of(ResultSet row) throws SQLException {
        return new CaseHead(
                row.getLong("id"),
                new CaseNumber(row.getString("number")),
                row.getObject("company_id", Long.class),
                row.getLong("requester_id"),
                CaseType.of(row.getString("type")),
                row.getString("title"),
                StatusReason.of(row.getString("status_reason")),
                row.getObject("owner_id", Long.class),
                row.getString("owner_name"),
                SqlTime.instant(row, "created_at"),
                SqlTime.instantOrNull(row, "closed_at"),
                Waiting.of(row));
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** Last moment at which a customer may open it again; null while it is open. */
    public @Nullable Instant reopenableUntil() {
        return closedAt == null ? null : closedAt.plus(REOPENING);
    }

    /** Whether a customer may open it again now. */
    boolean reopenable(Instant now) {
        var until = reopenableUntil();
        return until != null && !until.isBefore(now);
    }
}
