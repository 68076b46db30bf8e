package si.podpora.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.podpora.web.SqlTime;

/**
 * How a case waits for its customer.
 *
 * @param since when the help desk asked
 * @param reminders how many reminders have gone out
 * @param remindedAt the last of them; null if none has
 */
public record Waiting(
        Instant since, int reminders, @Nullable Instant remindedAt) {

    /** Columns that {@link #of} reads, of {@code cases c}. */
    public static final String COLUMNS = "c.waiting_since, c.waiting_reminders, c.waiting_reminded_at";

    /** From a row; null if the case does not wait. */
    public static @Nullable Waiting of(ResultSet row) throws SQLException {
        var since = SqlTime.instantOrNull(row, "waiting_since");
        return since == null
                ? null
                : new Waiting(
                        since, row.getInt("waiting_reminders"), SqlTime.instantOrNull(row, "waiting_reminded_at"));
    }
}
