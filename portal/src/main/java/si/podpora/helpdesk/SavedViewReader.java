package si.podpora.helpdesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads saved views as PostgreSQL gathers them, so that they come with what else a page asks for. */
@Component
class SavedViewReader {

    /** Past so many views nobody finds one any more. */
    static final int MOST = 50;

    private static final String COLUMNS = """
            select v.id, v.name, v.person_id is null as shared, v.base, v.status_reason, v.type, v.case_owner,
                   v.company_id, v.tag_id, v.words, v.sort, v.columns,
                   coalesce(p.first_name || ' ' || p.last_name, '') as owner_called,
                   coalesce(k.name, '') as company_called, coalesce(t.name, '') as tag_called
            from desk_view v
            left join person p on p.id = case when v.case_owner ~ '^[0-9]+$' then v.case_owner::bigint end
            left join company k on k.id = v.company_id
            left join tag t on t.id = v.tag_id
            """;

    /** The reader's own, then the shared ones. */
    static final String MINE_AND_SHARED = COLUMNS + """
            where v.person_id = :me or v.person_id is null
            order by v.person_id is null, v.place, v.id limit %d
            """.formatted(2 * MOST);

    private final JsonMapper json = JsonMapper.shared();

    /** The views in a JSON array; none in null. */
    List<SavedView> read(@Nullable String array) {
        if (array == null) {
            return List.of();
        }
        var views = new ArrayList<SavedView>();
        json.readTree(array).forEach(view -> views.add(view(view)));
        return List.copyOf(views);
    }

    private static SavedView view(JsonNode view) {
        var base = QueueView.of(text(view, "base")).orElse(QueueView.ACTIVE);
        return new SavedView(
                view.get("id").asLong(),
                text(view, "name"),
                view.get("shared").asBoolean(),
                base,
                QueueFilter.of(
                        Map.of(
                                "status", text(view, "status_reason"),
                                "type", text(view, "type"),
                                "owner", text(view, "case_owner"),
                                "company", text(view, "company_id"),
                                "tag", text(view, "tag_id")),
                        base.reasons()),
                text(view, "words"),
                text(view, "sort"),
                columns(text(view, "columns")),
                new FilterNames(text(view, "owner_called"), text(view, "company_called"), text(view, "tag_called")));
    }

    private static String text(JsonNode view, String field) {
        return view.get(field).asString("");
    }

    /** The title always stands there: it leads to the case. */
    static List<QueueColumn> columns(String codes) {
        var asked = Arrays.asList(codes.split(","));
        return Arrays.stream(QueueColumn.values())
                .filter(column -> column == QueueColumn.TITLE || asked.contains(column.code()))
                .toList();
    }
}
