package si.podpora.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list: beside which row it goes on. It holds what the row was sorted by, so that
 * nothing is shown twice when that row changes meanwhile.
 *
 * @param key the row's value in the sorted column as text; microseconds for a time; empty for a number
 * @param id the row's key, which decides between equal values
 */
record CaseListCursor(String key, long id) {

    /** The place of a row in a list that is sorted so. */
    static CaseListCursor of(CaseListRow row, CaseListSort sort) {
        return new CaseListCursor(
                switch (sort) {
                    case NUMBER, CREATED -> "";
                    case TITLE, REFERENCE, OWNER -> row.sortedBy();
                    case TYPE -> row.type().code();
                    case STATUS -> row.status().code();
                    case CHANGED -> Long.toString(micros(row.changedAt()));
                },
                row.id());
    }

    /** As it stands in an address; null if nobody can have got it from the list. */
    static @Nullable CaseListCursor parse(String text, CaseListSort sort) {
        int end = text.indexOf('~');
        if (end < 1 || text.indexOf('\0') >= 0) {
            return null;
        }
        try {
            var cursor = new CaseListCursor(text.substring(end + 1), Long.parseLong(text.substring(0, end)));
            switch (sort) {
                case TYPE -> CaseType.of(cursor.key());
                case STATUS -> StatusReason.of(cursor.key());
                case CHANGED -> cursor.time();
                case NUMBER, CREATED, TITLE, REFERENCE, OWNER -> {}
            }
            return cursor;
        } catch (IllegalArgumentException | ArithmeticException notOurs) {
            return null;
        }
    }

    String text() {
        return id + "~" + key;
    }

    Instant time() {
        var micros = Long.parseLong(key);
        if (Math.abs(micros) > 1L << 53) {
            throw new ArithmeticException("not a time");
        }
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
