package si.podpora.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import si.podpora.cases.CaseType;
import si.podpora.cases.StatusReason;
import si.podpora.cases.Tag;
import si.podpora.web.SqlTime;

/**
 * A line of the queue.
 *
 * @param ownerName empty: the help desk
 * @param company empty until the requester is admitted to one
 * @param spokenAt the last word from us to the customer; before it, when the case was submitted
 * @param sortedBy its value in the column that the queue is sorted by
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
        Instant changedAt,
        Instant spokenAt,
        List<Tag> tags,
        String sortedBy) {

    static QueueRow of(ResultSet row) throws SQLException {
        return new QueueRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                CaseType.of(row.getString("type")),
                StatusReason.of(row.getString("status_reason")),
                row.getString("owner_name"),
                row.getString("company_name"),
                row.getString("person"),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "changed_at"),
                SqlTime.instant(row, "spoken_at"),
                Tag.all(row, "tag_ids", "tag_names"),
                row.getString("key"));
    }

    /** Whether the customer has not heard from us yet. */
    public boolean unanswered() {
        return spokenAt.equals(createdAt);
    }

    /** Where the whole row leads. */
    public String path() {
        return "/desk/cases/" + number;
    }
}
