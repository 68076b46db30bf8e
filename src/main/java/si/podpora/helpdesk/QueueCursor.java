package si.podpora.helpdesk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the queue: where a page ends or begins.
 *
 * @param changedAt to the microsecond, as the database keeps it
 * @param id key of the case
 */
record QueueCursor(Instant changedAt, long id) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

    static QueueCursor of(QueueRow row) {
        return new QueueCursor(row.changedAt(), row.id());
    }

    /** As it stands in the address bar. */
    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, changedAt) + "-" + id;
    }

    /** Reads an address; empty for what is no place. */
    static Optional<QueueCursor> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new QueueCursor(
                        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
