package si.podpora.helpdesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.StatusReason;

/**
 * What the address bar asks of the queue. What it does not understand it takes as not said.
 *
 * @param saved the saved view that is open; null for one that everybody has
 * @param filter narrows the view down
 * @param search as typed, without the blanks around it
 * @param after the page begins after this place; null for the first page
 * @param before the page ends before this place
 */
public record QueueQuery(
        @Nullable SavedView saved,
        QueueView view,
        QueueFilter filter,
        QueueColumn sort,
        boolean descending,
        String search,
        @Nullable QueueCursor after,
        @Nullable QueueCursor before) {

    private static final int LONGEST_SEARCH = 200;

    static QueueQuery of(Map<String, String> parameters, @Nullable SavedView saved) {
        var search = cleaned(parameters.getOrDefault("q", ""));
        var view = saved != null
                ? saved.base()
                : QueueView.of(parameters.getOrDefault("view", "")).orElse(usual(search));
        var asked = parameters.getOrDefault("sort", "");
        var column = QueueColumn.of(unsigned(asked));
        var code = column.isPresent() ? asked : saved != null ? saved.sort() : view.usualSort();
        var sort = QueueColumn.of(unsigned(code)).orElse(QueueColumn.CHANGED);
        var order = view.order(sort);
        var after = QueueCursor.parse(parameters.getOrDefault("after", ""), order);
        var before = QueueCursor.parse(parameters.getOrDefault("before", ""), order);
        return new QueueQuery(
                saved,
                view,
                saved != null ? saved.filter() : QueueFilter.of(parameters, view.reasons()),
                sort,
                code.startsWith("-"),
                search,
                after.orElse(null),
                after.isPresent() ? null : before.orElse(null));
    }

    private static String unsigned(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** Who searches wants to find, closed cases too; who does not wants to see what is to be done. */
    static QueueView usual(String search) {
        return search.isEmpty() ? QueueView.ACTIVE : QueueView.ALL;
    }

    static String cleaned(String typed) {
        var text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_SEARCH)).strip();
    }

    public boolean searching() {
        return !search.isEmpty();
    }

    /** All that its cases have to bear: what was typed, and what the saved view asks for. */
    String words() {
        return saved == null ? search : (saved.words() + " " + search).strip();
    }

    /** What the statement sorts by. */
    QueueColumn order() {
        return view.order(sort);
    }

    /** Whether it is the page before a place. */
    boolean backwards() {
        return before != null;
    }

    /** Whether the reader has narrowed anything down. */
    public boolean narrowed() {
        return searching() || !filter.isEmpty() || view != QueueView.ACTIVE || saved != null;
    }

    /** Whether the reader has narrowed down a view, and can do so: a saved one says itself what it holds. */
    public boolean filtered() {
        return saved == null && !filter.isEmpty();
    }

    /** What is shown of each case. */
    public List<QueueColumn> columns() {
        return saved == null ? view.columns() : saved.columns();
    }

    /** Whether this view of everybody's is the one that is open. */
    public boolean isOpen(QueueView other) {
        return saved == null && view == other;
    }

    /** Whether this saved view is the one that is open. */
    public boolean isOpen(SavedView other) {
        return saved != null && saved.id() == other.id();
    }

    /** The first page of another view. */
    public String viewAddress(QueueView other) {
        return QueueAddress.of(other, search, QueueFilter.NONE);
    }

    /** The first page narrowed down to a reason; once more opens it up again. */
    public String statusAddress(StatusReason reason) {
        return filterAddress(filter.withStatus(reason == filter.status() ? null : reason));
    }

    /** The first page narrowed down otherwise. */
    public String filterAddress(QueueFilter other) {
        return QueueAddress.of(new QueueQuery(null, view, other, sort, descending, search, null, null), "", null);
    }

    /** The first page sorted by this, the other way round if it is already. */
    public String sortAddress(QueueColumn by) {
        var downwards = by == sort ? !descending : by.downwards();
        return QueueAddress.of(new QueueQuery(saved, view, filter, by, downwards, search, null, null), "", null);
    }

    /** The value of aria-sort; null for a column that the queue is not sorted by. */
    public @Nullable String ariaSort(QueueColumn by) {
        return by != sort ? null : descending ? "descending" : "ascending";
    }

    /** How it stands in the address bar. */
    public String sortCode() {
        return (descending ? "-" : "") + sort.code();
    }

    /** Whether it is sorted as it is when nobody has said anything. */
    public boolean sortedAsUsual() {
        return sortCode().equals(saved != null ? saved.sort() : view.usualSort());
    }

    /** The queue without the search. */
    public String unsearchedAddress() {
        var other = saved == null ? usual("") : view;
        return QueueAddress.of(
                new QueueQuery(
                        saved, other, saved == null ? QueueFilter.NONE : filter, sort, descending, "", null, null),
                "",
                null);
    }

    /** Where this view is given a name. */
    public String savingAddress() {
        return QueueAddress.of(this, "", null).replaceFirst("^/desk", "/desk/views/new");
    }

    String afterAddress(QueueCursor place) {
        return QueueAddress.of(this, "after", place);
    }

    String beforeAddress(QueueCursor place) {
        return QueueAddress.of(this, "before", place);
    }
}
