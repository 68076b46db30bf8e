package si.podpora.helpdesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.podpora.web.Refusal;

/**
 * What stands above the queue.
 *
 * @param counts how many cases the views to be worked on hold, at most {@link #MOST_COUNTED} + 1
 * @param saved the reader's own views, then the shared ones, each in their order
 * @param names what the keys in the address bar's filter stand for
 */
public record QueueMenu(Map<QueueView, Integer> counts, List<SavedView> saved, FilterNames names) {

    /** Counts go up to here: beyond it nobody counts. */
    static final int MOST_COUNTED = 99;

    /** How many a view holds, "99+" where it is more; null if it is not counted. */
    public @Nullable String count(QueueView view) {
        var count = counts.get(view);
        return count == null ? null : count > MOST_COUNTED ? MOST_COUNTED + "+" : count.toString();
    }

    /**
     * The saved view of this key.
     *
     * @throws Refusal.NotFound if there is none for this reader
     */
    SavedView saved(String id) {
        return saved.stream()
                .filter(view -> Long.toString(view.id()).equals(id))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }
}
