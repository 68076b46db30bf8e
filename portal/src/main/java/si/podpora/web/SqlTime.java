package si.podpora.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@link Instant} to and from {@code timestamptz}. */
public final class SqlTime {

    private SqlTime() {}

    /** As a parameter of a statement. */
    public static OffsetDateTime of(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** From a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** From a column that may be null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
