package si.podpora.registration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import si.podpora.web.FieldProblem;

/**
 * The fields of a form from top to bottom: problems are told in this order, one a field. A field that is empty
 * is told to be empty, not to be wrong as well.
 */
record FieldOrder(List<String> fields) {

    /** The components of the form's record, and fields after them. */
    static FieldOrder of(Class<? extends Record> form, Stream<String> after) {
        return new FieldOrder(
                Stream.concat(Arrays.stream(form.getRecordComponents()).map(component -> component.getName()), after)
                        .toList());
    }

    List<FieldProblem> firstOfEach(List<FieldProblem> all) {
        return all.stream()
                .sorted(Comparator.comparing((FieldProblem problem) -> fields.indexOf(problem.field()))
                        .thenComparing(problem -> !problem.key().startsWith("registration.required.")))
                .collect(
                        LinkedHashMap<String, FieldProblem>::new,
                        (kept, problem) -> kept.putIfAbsent(problem.field(), problem),
                        LinkedHashMap::putAll)
                .values()
                .stream()
                .toList();
    }
}
