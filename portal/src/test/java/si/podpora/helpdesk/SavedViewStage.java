package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import si.podpora.Visitor;

/** What the tests of saved views share. */
abstract class SavedViewStage extends QueueStage {

    Visitor asVesna() {
        cast.vesna();
        return as("vesna");
    }

    /** The address of a new view. */
    static String saved(Visitor staff, String... fields) {
        var form = new ArrayList<>(List.of(fields));
        for (var usual : List.of("base", "active", "sort", "changed", "direction", "-", "columns", "title")) {
            form.add(usual);
        }
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < form.size(); i += 2) {
            named.putIfAbsent(form.get(i), form.get(i + 1));
        }
        var all = named.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        var answer = staff.post("/desk/views", all);
        assertThat(answer.status()).isEqualTo(303);
        return answer.location();
    }

    static List<String> names(Visitor staff) {
        return staff.get("/desk").page().select(".queue-saved a").eachText();
    }

    long views() {
        return sql.sql("select count(*) from desk_view").query(Long.class).single();
    }
}
