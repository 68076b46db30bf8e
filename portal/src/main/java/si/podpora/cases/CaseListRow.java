package si.podpora.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.podpora.web.SqlTime;

/**
 * A line of the customer's list.
 *
 * @param ownerName empty: the help desk
 * @param companyId null until the requester is admitted to a company
 * @param sortedBy what the database compared, if the list is sorted by a text; else empty
 */
public record CaseListRow(
        long id,
        String number,
        String title,
        CaseType type,
        String reference,
        String ownerName,
        StatusReason status,
        Instant createdAt,
        Instant changedAt,
        String sortedBy,
        @Nullable Long companyId) {

    static final String COLUMNS =
            "number, title, type, reference, owner_name, status_reason, created_at, changed_at, company_id";

    /** Without what is the company's own. */
    CaseListRow forOutsiders() {
        return new CaseListRow(
                id, number, title, type, "", ownerName, status, createdAt, changedAt, sortedBy, companyId);
    }

    static CaseListRow of(ResultSet row, CaseListSort sort) throws SQLException {
        return new CaseListRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                CaseType.of(row.getString("type")),
                row.getString("reference"),
                row.getString("owner_name"),
                StatusReason.of(row.getString("status_reason")),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "changed_at"),
                sort.kind() == CaseListSort.Kind.TEXT ? row.getString("key") : "",
                row.getObject("company_id", Long.class));
    }
}
