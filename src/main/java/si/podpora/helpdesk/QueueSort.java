package si.podpora.helpdesk;

import java.util.Locale;

/** What the queue is sorted by. */
public enum QueueSort {
    /** Age; it runs with the running number. */
    CREATED,
    /** The last change that the customer sees. */
    CHANGED;

    /** In the address bar. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
