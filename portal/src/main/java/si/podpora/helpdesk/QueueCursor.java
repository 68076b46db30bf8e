package si.podpora.helpdesk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import si.podpora.web.SqlTime;

/**
 * A place in the queue: beside which row it goes on. It holds what the row was sorted by, so that nothing is
 * shown twice when that row changes meanwhile.
 *
 * @param key the row's value in the sorted column as text; microseconds for a time; empty for a number
 * @param id key of the case, which decides between equal values
 */
record QueueCursor(String key, long id) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})~([^\\x00]{0,400})");
    private static final Pattern MICROS = Pattern.compile("[0-9]{1,17}");
    private static final Pattern RANK = Pattern.compile("[0-9]{1,3}");

    static QueueCursor of(QueueRow row, QueueColumn sort) {
        return new QueueCursor(
                switch (sort) {
                    case NUMBER, CREATED -> "";
                    case TITLE, CUSTOMER, TYPE, OWNER, STATUS -> row.sortedBy();
                    case CHANGED -> micros(row.changedAt());
                    case SPOKEN -> micros(row.spokenAt());
                },
                row.id());
    }

    /** As it stands in the address bar. */
    String text() {
        return id + "~" + key;
    }

    /** What the statement compares with. */
    Object value(QueueColumn sort) {
        return switch (sort.kind()) {
            case NUMBER -> id;
            case TEXT -> key;
            case TIME -> SqlTime.of(Instant.EPOCH.plus(Long.parseLong(key), ChronoUnit.MICROS));
            case RANK -> Integer.parseInt(key);
        };
    }

    /** Reads an address; empty for what is no place in a queue that is sorted so. */
    static Optional<QueueCursor> parse(String text, QueueColumn sort) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var key = matcher.group(2);
        var valid = switch (sort.kind()) {
            case NUMBER -> key.isEmpty();
            case TEXT -> true;
            case TIME -> MICROS.matcher(key).matches();
            case RANK -> RANK.matcher(key).matches();
        };
        return valid ? Optional.of(new QueueCursor(key, Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    private static String micros(Instant at) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
