package si.podpora.helpdesk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import si.podpora.cases.StatusReason;

/**
 * What the address bar asks of the queue. What it does not understand it takes as not said.
 *
 * @param status narrows the view down; null for all its reasons
 * @param search as typed, without the blanks around it
 * @param after the page begins after this place; null for the first page
 * @param before the page ends before this place
 */
public record QueueQuery(
        QueueView view,
        @Nullable StatusReason status,
        QueueSort sort,
        boolean descending,
        String search,
        @Nullable QueueCursor after,
        @Nullable QueueCursor before) {

    private static final int LONGEST_SEARCH = 200;

    static QueueQuery of(Map<String, String> parameters) {
        var search = cleaned(parameters.getOrDefault("q", ""));
        var view = QueueView.of(parameters.getOrDefault("view", ""), usual(search));
        var sort = parameters.getOrDefault("sort", "");
        return new QueueQuery(
                view,
                reason(parameters.getOrDefault("status", ""), view),
                sort.endsWith(QueueSort.CREATED.code()) ? QueueSort.CREATED : QueueSort.CHANGED,
                !sort.equals(QueueSort.CREATED.code()) && !sort.equals(QueueSort.CHANGED.code()),
                search,
                QueueCursor.parse(parameters.getOrDefault("after", "")).orElse(null),
                QueueCursor.parse(parameters.getOrDefault("before", "")).orElse(null));
    }

    /** Who searches wants to find, closed cases too; who does not wants to see what is to be done. */
    private static QueueView usual(String search) {
        return search.isEmpty() ? QueueView.ACTIVE : QueueView.ALL;
    }

    private static @Nullable StatusReason reason(String code, QueueView view) {
        return view.reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static String cleaned(String typed) {
        var text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_SEARCH)).strip();
    }

    public boolean searching() {
        return !search.isEmpty();
    }

    /** Whether the reader has narrowed anything down. */
    public boolean narrowed() {
        return searching() || status != null || view != QueueView.ACTIVE;
    }

    /** The first page of another view. */
    public String viewAddress(QueueView other) {
        return address(other, null, sort, descending, search, "", null);
    }

    /** The first page narrowed down to a reason; once more opens it up again. */
    public String statusAddress(StatusReason reason) {
        return address(view, reason == status ? null : reason, sort, descending, search, "", null);
    }

    /** The first page sorted by this, the other way round if it is already. */
    public String sortAddress(QueueSort by) {
        return address(view, status, by, by != sort || !descending, search, "", null);
    }

    /** The value of aria-sort; null for a column that the queue is not sorted by. */
    public @Nullable String ariaSort(QueueSort by) {
        return by != sort ? null : descending ? "descending" : "ascending";
    }

    /** How it stands in the address bar. */
    public String sortCode() {
        return (descending ? "-" : "") + sort.code();
    }

    /** Whether it is sorted as it is when nobody has said anything. */
    public boolean sortedAsUsual() {
        return sort == QueueSort.CHANGED && descending;
    }

    /** The queue without the search. */
    public String unsearchedAddress() {
        return address(QueueView.ACTIVE, null, sort, descending, "", "", null);
    }

    String afterAddress(QueueCursor place) {
        return address(view, status, sort, descending, search, "after", place);
    }

    String beforeAddress(QueueCursor place) {
        return address(view, status, sort, descending, search, "before", place);
    }

    private static String address(
            QueueView view,
            @Nullable StatusReason status,
            QueueSort sort,
            boolean descending,
            String search,
            String place,
            @Nullable QueueCursor cursor) {
        var address = UriComponentsBuilder.fromPath("/desk");
        if (view != usual(search)) {
            address.queryParam("view", view.code());
        }
        if (status != null) {
            address.queryParam("status", status.code());
        }
        if (!search.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (sort != QueueSort.CHANGED || !descending) {
            address.queryParam("sort", (descending ? "-" : "") + sort.code());
        }
        if (cursor != null) {
            address.queryParam(place, cursor.text());
        }
        return address.encode().buildAndExpand(search).toUriString();
    }
}
