package si.podpora.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import si.podpora.web.SqlTime;

/**
 * An invitation, found by its code.
 *
 * @param id the running number in the mail's subject
 * @param email the only address that it was sent to
 */
record Invitation(long id, long requestId, String email, Instant expiresAt, State state) {

    /** What somebody is told who resends or withdraws one that is not open any more. */
    static final String GONE = "registration.notice.gone";

    /** Whether an invitation still serves, and if not, why. */
    enum State {
        OPEN,
        EXPIRED,
        USED,
        REPLACED,
        WITHDRAWN
    }

    static Invitation of(ResultSet row, Instant now) throws SQLException {
        var expires = SqlTime.instant(row, "expires_at");
        return new Invitation(
                row.getLong("id"),
                row.getLong("request_id"),
                row.getString("email"),
                expires,
                state(row, expires, now));
    }

    private static State state(ResultSet row, Instant expires, Instant now) throws SQLException {
        if (SqlTime.instantOrNull(row, "used_at") != null) {
            return State.USED;
        }
        var endedAs = row.getString("ended_as");
        if (endedAs != null) {
            return endedAs.equals("withdrawn") ? State.WITHDRAWN : State.REPLACED;
        }
        if (row.getBoolean("lost")) {
            return State.WITHDRAWN;
        }
        return expires.isAfter(now) ? State.OPEN : State.EXPIRED;
    }
}
