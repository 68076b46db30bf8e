package si.podpora.helpdesk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** How a query stands in the address bar: what is as usual is left out. */
final class QueueAddress {

    private QueueAddress() {}

    /** The first page of a view, sorted as usual. */
    static String of(QueueView view, String search, QueueFilter filter) {
        var sort = view.usualSort();
        var column = QueueColumn.of(sort.replace("-", "")).orElseThrow();
        return of(new QueueQuery(null, view, filter, column, sort.startsWith("-"), search, null, null), "", null);
    }

    /**
     * A page of what a query asks for.
     *
     * @param place {@code after} or {@code before}; empty for the first page
     */
    static String of(QueueQuery query, String place, @Nullable QueueCursor cursor) {
        var address = UriComponentsBuilder.fromPath("/desk");
        if (query.saved() != null) {
            address.queryParam("saved", query.saved().id());
        } else {
            if (query.view() != QueueQuery.usual(query.search())) {
                address.queryParam("view", query.view().code());
            }
            query.filter().parameters().forEach(address::queryParam);
        }
        if (query.searching()) {
            address.queryParam("q", "{q}");
        }
        if (!query.sortedAsUsual()) {
            address.queryParam("sort", query.sortCode());
        }
        if (cursor != null) {
            address.queryParam(place, "{cursor}");
        }
        return address.encode()
                .buildAndExpand(Map.of("q", query.search(), "cursor", cursor == null ? "" : cursor.text()))
                .toUriString();
    }
}
