package si.podpora.helpdesk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.web.Form;

/**
 * A view as it is put together.
 *
 * @param company name or tax number
 * @param direction empty or {@code -}
 */
record SavedViewForm(
        @NotBlank(message = "web.error.required") @Size(max = 60, message = "web.error.tooLong") @Nullable
        String name,

        @Nullable Boolean shared,
        @Nullable String base,
        @Nullable String status,
        @Nullable String type,
        @Nullable String owner,
        @Nullable String company,
        @Nullable String tag,

        @Size(max = 200, message = "web.error.tooLong") @Nullable
        String words,

        @Nullable String sort,
        @Nullable String direction,

        @NotEmpty(message = "views.error.columns") @Nullable List<String> columns) {

    /** As a saved view stands now. */
    static Form of(SavedView view) {
        return form(
                view.name(),
                view.shared(),
                view.base(),
                view.filter(),
                view.names(),
                view.words(),
                view.sort(),
                view.columns());
    }

    /** As the queue stands in the address bar. */
    static Form of(QueueQuery query, FilterNames names) {
        var saved = query.saved();
        return form(
                "",
                false,
                query.view(),
                query.filter(),
                saved == null ? names : saved.names(),
                query.words(),
                query.sortCode(),
                query.columns());
    }

    private static Form form(
            String name,
            boolean shared,
            QueueView base,
            QueueFilter filter,
            FilterNames names,
            String words,
            String sort,
            List<QueueColumn> columns) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("name", List.of(name));
        values.put("shared", List.of(Boolean.toString(shared)));
        values.put("base", List.of(base.code()));
        filter.parameters().forEach((field, value) -> values.put(field, List.of(value)));
        values.put("company", List.of(names.company()));
        values.put("tag", List.of(names.tag()));
        values.put("words", List.of(words));
        values.put("sort", List.of(sort.replace("-", "")));
        values.put("direction", List.of(sort.startsWith("-") ? "-" : ""));
        values.put("columns", columns.stream().map(QueueColumn::code).toList());
        return Form.of(values);
    }

    /** The fields that say something which the form does not offer. */
    List<String> unknown() {
        var unknown = new ArrayList<String>();
        check(unknown, "base", said(base) && QueueView.of(text(base)).isEmpty());
        check(unknown, "type", said(type) && filter().type() == null);
        check(unknown, "owner", said(owner) && filter().owner().isEmpty());
        check(unknown, "sort", said(sort) && QueueColumn.of(text(sort)).isEmpty());
        check(unknown, "direction", said(direction) && !text(direction).equals("-"));
        check(
                unknown,
                "columns",
                Objects.requireNonNullElse(columns, List.<String>of()).stream()
                        .anyMatch(column -> QueueColumn.of(column).isEmpty()));
        return unknown;
    }

    private static void check(List<String> unknown, String field, boolean wrong) {
        if (wrong) {
            unknown.add(field);
        }
    }

    private static boolean said(@Nullable String field) {
        return field != null && !field.isEmpty();
    }

    private static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }

    boolean forAll() {
        return Boolean.TRUE.equals(shared);
    }

    QueueView view() {
        return QueueView.of(text(base)).orElse(QueueView.ACTIVE);
    }

    /** The filter without what has to be looked up. */
    QueueFilter filter() {
        return QueueFilter.of(
                Map.of(
                        "status", text(status),
                        "type", text(type),
                        "owner", text(owner)),
                view().reasons());
    }

    /** Whether the status is one that the view does not hold. */
    boolean statusOutside() {
        return said(status) && filter().status() == null;
    }

    String sortCode() {
        var column = QueueColumn.of(text(sort)).orElse(QueueColumn.CHANGED);
        return ("-".equals(direction) ? "-" : "") + column.code();
    }

    String columnCodes() {
        return String.join(
                ",",
                SavedViewReader.columns(String.join(",", Objects.requireNonNullElse(columns, List.of()))).stream()
                        .map(QueueColumn::code)
                        .toList());
    }
}
