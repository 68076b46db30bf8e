package si.podpora.cases;

import java.time.Instant;

/**
 * What somebody wrote.
 *
 * @param author full name
 */
public record Note(
        long id, Visibility visibility, long authorId, String author, boolean byStaff, String body, Instant at)
        implements Entry {

    public boolean internal() {
        return visibility == Visibility.INTERNAL;
    }
}
