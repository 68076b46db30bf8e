package si.podpora.helpdesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param counts how many cases the views to be worked on hold, at most {@link Queue#MOST_COUNTED} + 1
 * @param next address of the page after this one; null on the last
 * @param previous address of the page before this one; null on the first
 * @param unfinished whether a search has looked at a part of the cases only; it goes on with the next page
 */
public record QueuePage(
        QueueQuery query,
        List<QueueRow> rows,
        Map<QueueView, Integer> counts,
        @Nullable String next,
        @Nullable String previous,
        boolean unfinished) {

    /** How many a view holds, "100+" where it is more; null if it is not counted. */
    public @Nullable String count(QueueView view) {
        var count = counts.get(view);
        return count == null ? null : count > Queue.MOST_COUNTED ? Queue.MOST_COUNTED + "+" : count.toString();
    }
}
