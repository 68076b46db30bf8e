package si.podpora.activation.verifier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The members of a JSON object, each of the type that is expected of it. */
final class Claims {

    private final Map<?, ?> object;

    private Claims(Map<?, ?> object) {
        this.object = object;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Claims read(String text) {
        return of(Json.read(text));
    }

    static Claims of(Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("No JSON object");
        }
        return new Claims((Map<?, ?>) value);
    }

    boolean has(String name) {
        return object.get(name) != null;
    }

    String text(String name) {
        return as(String.class, name, object.get(name));
    }

    long number(String name) {
        return as(Long.class, name, object.get(name));
    }

    /** A point in time in seconds since 1970 (RFC 7519, NumericDate). */
    Instant time(String name) {
        return Instant.ofEpochSecond(number(name));
    }

    /** A day as {@code 2027-01-31}; null if there is none. */
    LocalDate dayOrNull(String name) {
        try {
            return has(name) ? LocalDate.parse(text(name)) : null;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is no day", e);
        }
    }

    Claims object(String name) {
        return of(object.get(name));
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        list(name).forEach(element -> texts.add(as(String.class, name, element)));
        return List.copyOf(texts);
    }

    List<?> list(String name) {
        return as(List.class, name, object.get(name));
    }

    private static <T> T as(Class<T> type, String name, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is missing or of another type");
        }
        return type.cast(value);
    }
}
