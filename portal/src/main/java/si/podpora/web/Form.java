package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;

/**
 * A form as the page shows it: what was typed, and what is wrong with it. What was typed comes from the
 * request itself, so nothing is lost however wrong it is.
 */
public final class Form {

    private final Map<String, List<String>> values;
    private final List<FieldProblem> problems;

    private Form(Map<String, List<String>> values, List<FieldProblem> problems) {
        this.values = values;
        this.problems = problems;
    }

    /** Nothing typed yet. */
    public static Form empty() {
        return new Form(Map.of(), List.of());
    }

    /** Filled in ahead: names and values in turn. */
    public static Form of(String... namesAndValues) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return new Form(values, List.of());
    }

    /** What was typed before: a draft, or a form that arrived after the session had run out. */
    public static Form of(Map<String, List<String>> values) {
        return new Form(values, List.of());
    }

    /** What came with a request, and what was found wrong. */
    public static Form of(HttpServletRequest request, Errors errors) {
        return of(request).with(fromTopToBottom(errors));
    }

    /** Validation finds in no order: told as the form's record lists its fields, and of a field that it is empty first. */
    private static List<FieldProblem> fromTopToBottom(Errors errors) {
        var fields = errors instanceof BindingResult found && found.getTarget() instanceof Record form
                ? Stream.of(form.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.<String>of();
        return errors.getAllErrors().stream()
                .sorted(Comparator.comparing((ObjectError error) -> !"NotBlank".equals(error.getCode())))
                .map(FieldProblem::of)
                .sorted(Comparator.comparing(problem -> fields.indexOf(problem.field())))
                .toList();
    }

    /** What came with a request. */
    public static Form of(HttpServletRequest request) {
        var values = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, typed) -> values.put(name, List.of(typed)));
        return new Form(values, List.of());
    }

    /** The same form with further problems. */
    public Form with(List<FieldProblem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new Form(values, List.copyOf(all));
    }

    /** The same form with one further problem. */
    public Form with(FieldProblem problem) {
        return with(List.of(problem));
    }

    /** The first value of a field; empty if there is none. */
    public String value(String field) {
        var all = values.get(field);
        return all == null || all.isEmpty() ? "" : all.getFirst();
    }

    /** All values of a field that may be given several times. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether a box of this value is ticked or chosen. */
    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    /** What is wrong with a field, the first finding only. */
    public Optional<FieldProblem> problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst();
    }
}
