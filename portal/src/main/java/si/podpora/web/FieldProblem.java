package si.podpora.web;

import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * What is wrong with a field of a form.
 *
 * @param field name of the field; empty for the form as a whole
 * @param key key of the words
 * @param arguments names and values in turn
 */
public record FieldProblem(String field, String key, List<Object> arguments) {

    /** @param arguments names and values in turn */
    public static FieldProblem of(String field, String key, Object... arguments) {
        return new FieldProblem(field, key, List.of(arguments));
    }

    /** What Bean Validation found: the constraint's message is the key, its attributes are the arguments. */
    static FieldProblem of(ObjectError error) {
        var field = error instanceof FieldError fieldError ? fieldError.getField() : "";
        if (!error.contains(ConstraintViolation.class)) {
            return of(field, "web.error.invalid");
        }
        var violation = error.unwrap(ConstraintViolation.class);
        var arguments = new ArrayList<Object>();
        violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (value instanceof Number) {
                arguments.add(name);
                arguments.add(value);
            }
        });
        return new FieldProblem(field, violation.getMessageTemplate(), List.copyOf(arguments));
    }
}
