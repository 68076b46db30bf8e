package si.podpora.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import si.podpora.cases.CaseType;
import si.podpora.cases.StatusReason;
import si.podpora.web.SqlTime;

/**
 * A line of the queue.
 *
 * @param ownerName empty: the help desk
 * @param company empty until the requester is admitted to one
 */
public record QueueRow(
        long id,
        String number,
        String title,
        CaseType type,
        StatusReason status,
        String ownerName,
        String company,
        String person,
        Instant createdAt,
        Instant changedAt) {

    static QueueRow of(ResultSet row, int index) throws SQLException {
        return new QueueRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                CaseType.of(row.getString("type")),
                StatusReason.of(row.getString("status_reason")),
                row.getString("owner_name"),
                row.getString("company"),
                row.getString("person"),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "changed_at"));
    }

    /** Where the whole row leads. */
    public String path() {
        return "/desk/cases/" + number;
    }
}
