package si.podpora.helpdesk;

import java.util.List;

/**
 * A view that somebody has put together.
 *
 * @param shared whether all of the help desk has it; else it is the reader's own
 * @param base the view that it narrows down
 * @param words that its cases bear; empty: any
 * @param sort as in the address bar: {@code -changed}
 * @param columns what it shows, in their order
 * @param names what the keys in its filter stand for
 */
public record SavedView(
        long id,
        String name,
        boolean shared,
        QueueView base,
        QueueFilter filter,
        String words,
        String sort,
        List<QueueColumn> columns,
        FilterNames names) {

    /** Whether its cases can be counted at little cost. */
    public boolean counted() {
        return words.isEmpty();
    }

    /** The first page of it. */
    public String address() {
        return "/desk?saved=" + id;
    }

    /** Where it is changed. */
    public String path() {
        return "/desk/views/" + id;
    }
}
