package si.podpora.cases;

import java.time.Instant;

/**
 * What somebody wrote.
 *
 * @param author full name
 * @param from number of the merged case that it was written in; empty: of this one
 */
public record Note(
        long id,
        Visibility visibility,
        long authorId,
        String author,
        boolean byStaff,
        String body,
        String from,
        Instant at)
        implements Entry {

    public boolean internal() {
        return visibility == Visibility.INTERNAL;
    }
}
