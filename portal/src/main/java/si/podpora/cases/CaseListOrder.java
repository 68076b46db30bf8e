package si.podpora.cases;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.podpora.cases.CaseListSql.Slice;
import si.podpora.web.Words;

/** The order of a column of few values: as their words stand in the alphabet of the reader's language. */
@Component
class CaseListOrder {

    private final Words words;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    CaseListOrder(Words words) {
        this.words = words;
    }

    /** The codes of a column's values, the first in the alphabet first. */
    List<String> codes(CaseListSort sort, Locale locale) {
        return known.computeIfAbsent(sort.code() + locale.getLanguage(), ignored -> {
            var alphabet = Comparator.comparing(
                    (Map.Entry<String, String> value) -> words.say(locale, value.getValue()),
                    Collator.getInstance(locale)::compare);
            return values(sort).entrySet().stream()
                    .sorted(alphabet)
                    .map(Map.Entry::getKey)
                    .toList();
        });
    }

    /** Where the value of a cursor stands, counted from one. */
    int rank(CaseListSort sort, Locale locale, String code) {
        return codes(sort, locale).indexOf(code) + 1;
    }

    /** The slices of a view in which the list goes on behind a place. */
    List<Slice> slices(CaseListQuery query, boolean descending, @Nullable CaseListCursor place, Locale locale) {
        var codes = codes(query.sort(), locale);
        int start = place == null ? (descending ? codes.size() + 1 : 0) : rank(query.sort(), locale, place.key());
        long fresh = descending ? Long.MAX_VALUE : 0;
        var slices = new ArrayList<Slice>();
        for (int rank = 1; rank <= codes.size(); rank++) {
            if (descending ? rank > start : rank < start) {
                continue;
            }
            long from = place != null && rank == start ? place.id() : fresh;
            for (var active : List.of(true, false)) {
                if (reachable(query, codes.get(rank - 1), active)) {
                    slices.add(new Slice(rank, active, codes.get(rank - 1), from));
                }
            }
        }
        return slices;
    }

    private static boolean reachable(CaseListQuery query, String code, boolean active) {
        return query.sort() == CaseListSort.STATUS
                ? StatusReason.of(code).closed() != active && query.view().has(StatusReason.of(code))
                : Arrays.stream(StatusReason.values())
                        .anyMatch(status ->
                                status.closed() != active && query.view().has(status));
    }

    private static Map<String, String> values(CaseListSort sort) {
        var values = new HashMap<String, String>();
        if (sort == CaseListSort.TYPE) {
            for (var type : CaseType.values()) {
                values.put(type.code(), type.words());
            }
        } else {
            for (var status : StatusReason.values()) {
                values.put(status.code(), status.words());
            }
        }
        return values;
    }
}
