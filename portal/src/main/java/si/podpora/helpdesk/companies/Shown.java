package si.podpora.helpdesk.companies;

import java.util.List;

/**
 * As many rows as a page shows.
 *
 * @param more whether there are further ones
 */
public record Shown<T>(List<T> rows, boolean more) {

    /** Of rows of which one more than shown was asked for. */
    static <T> Shown<T> of(List<T> found, int most) {
        return new Shown<>(found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
