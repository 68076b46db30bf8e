package si.podpora.cases;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address bar asks of the list. Whatever it does not understand it takes as not said, so that an
 * old or mistyped link still shows a list.
 *
 * @param search as typed, without the blanks around it
 * @param size rows a page
 * @param after the page begins after this place; null for the first page
 * @param before the page ends before this place
 * @param company key of the company whose cases are listed; null for all
 */
public record CaseListQuery(
        CaseListView view,
        CaseListSort sort,
        boolean descending,
        String search,
        int size,
        @Nullable CaseListCursor after,
        @Nullable CaseListCursor before,
        @Nullable Long company) {

    /** Rows a page, the default first. */
    public static final List<Integer> SIZES = List.of(25, 50, 100);

    private static final int LONGEST_SEARCH = 200;

    static CaseListQuery of(Map<String, String> parameters) {
        var asked = parameters.getOrDefault("sort", "");
        var named = CaseListSort.of(asked.startsWith("-") ? asked.substring(1) : asked);
        var sort = named == null ? CaseListSort.CHANGED : named;
        var after = CaseListCursor.parse(parameters.getOrDefault("after", ""), sort);
        return new CaseListQuery(
                CaseListView.of(parameters.getOrDefault("view", "")),
                sort,
                named == null || asked.startsWith("-"),
                cleaned(parameters.getOrDefault("q", "")),
                size(parameters.getOrDefault("size", "")),
                after,
                after != null ? null : CaseListCursor.parse(parameters.getOrDefault("before", ""), sort),
                company(parameters.getOrDefault("company", "")));
    }

    public boolean searching() {
        return !search.isEmpty();
    }

    /** Whether the list is sorted upwards or downwards by a column: the value of aria-sort; null for others. */
    public @Nullable String ariaSort(CaseListSort column) {
        return column != sort ? null : descending ? "descending" : "ascending";
    }

    /** The first page of another view. */
    public String viewAddress(CaseListView other) {
        return address("/cases", other, sort, descending, search, size, "", null, company);
    }

    /** The first page of one company's cases, or of all. */
    public String companyAddress(@Nullable Long other) {
        return address("/cases", view, sort, descending, search, size, "", null, other);
    }

    /** The first page sorted by a column, the other way round if it is already. */
    public String sortAddress(CaseListSort column) {
        var downwards = column == sort ? !descending : column.newestFirst();
        return address("/cases", view, column, downwards, search, size, "", null, company);
    }

    /** The first page with another number of rows. */
    public String sizeAddress(int rows) {
        return address("/cases", view, sort, descending, search, rows, "", null, company);
    }

    /** The same without the search. */
    public String unsearchedAddress() {
        return address("/cases", view, sort, descending, "", size, "", null, company);
    }

    /** The same list as a file. */
    public String exportAddress(String type) {
        return address("/cases/export." + type, view, sort, descending, search, SIZES.getFirst(), "", null, company);
    }

    String address(String place, CaseListCursor cursor) {
        return address("/cases", view, sort, descending, search, size, place, cursor, company);
    }

    /** The same list from another place on. */
    CaseListQuery from(@Nullable CaseListCursor place) {
        return new CaseListQuery(view, sort, descending, search, size, place, null, company);
    }

    CaseListQuery viewing(CaseListView other) {
        return new CaseListQuery(other, sort, descending, search, size, after, before, company);
    }

    CaseListQuery sized(int rows) {
        return new CaseListQuery(view, sort, descending, search, rows, after, before, company);
    }

    /** For the form: as it stands in the address. */
    public String sortCode() {
        return (descending ? "-" : "") + sort.code();
    }

    /** Whether the list is sorted as it is when nobody has said anything. */
    public boolean sortedByDefault() {
        return sort == CaseListSort.CHANGED && descending;
    }

    private static String address(
            String path,
            CaseListView view,
            CaseListSort sort,
            boolean descending,
            String search,
            int size,
            String place,
            @Nullable CaseListCursor cursor,
            @Nullable Long company) {
        var address = new StringBuilder(path);
        if (view != CaseListView.ACTIVE) {
            add(address, "view", view.code());
        }
        if (company != null) {
            add(address, "company", company.toString());
        }
        if (!search.isEmpty()) {
            add(address, "q", URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (sort != CaseListSort.CHANGED || !descending) {
            add(address, "sort", (descending ? "-" : "") + sort.code());
        }
        if (size != SIZES.getFirst()) {
            add(address, "size", Integer.toString(size));
        }
        if (cursor != null) {
            add(address, place, URLEncoder.encode(cursor.text(), StandardCharsets.UTF_8));
        }
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value);
    }

    private static String cleaned(String typed) {
        var text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_SEARCH)).strip();
    }

    CaseListQuery of(@Nullable Long other) {
        return new CaseListQuery(view, sort, descending, search, size, after, before, other);
    }

    private static @Nullable Long company(String typed) {
        return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    private static int size(String typed) {
        return SIZES.stream()
                .filter(size -> size.toString().equals(typed))
                .findFirst()
                .orElse(SIZES.getFirst());
    }
}
