package si.podpora.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param next address of the page after this one; null on the last
 * @param previous address of the page before this one; null on the first
 * @param unfinished whether a search has looked at a part of the cases only; it goes on with the next page
 */
public record QueuePage(
        QueueQuery query,
        List<QueueRow> rows,
        QueueMenu menu,
        @Nullable String next,
        @Nullable String previous,
        boolean unfinished) {

    /** How many rows a full page has. */
    public int mostRows() {
        return Queue.ROWS;
    }
}
