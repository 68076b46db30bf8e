package si.podpora.activation.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads JSON (RFC 8259) strictly: maps, lists, strings, longs, booleans and null; no fractions, no name twice,
 * nothing behind the value.
 */
final class Json {

    private static final int DEEPEST = 16;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /**
     * The value of a text.
     *
     * @throws IllegalArgumentException if it is no such JSON
     */
    static Object read(String text) {
        var json = new Json(text);
        json.space();
        var value = json.value();
        json.space();
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return value;
    }

    private Object value() {
        switch (peek()) {
            case '{':
                return nested(this::object);
            case '[':
                return nested(this::array);
            case '"':
                return string();
            case 't':
                return literal("true", Boolean.TRUE);
            case 'f':
                return literal("false", Boolean.FALSE);
            case 'n':
                return literal("null", null);
            default:
                return number();
        }
    }

    private Object nested(Supplier<Object> inner) {
        if (++depth > DEEPEST) {
            throw wrong();
        }
        var value = inner.get();
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return object;
        }
        while (true) {
            space();
            var name = string();
            space();
            expect(':');
            space();
            if (object.containsKey(name)) {
                throw wrong();
            }
            object.put(name, value());
            space();
            if (peek() == '}') {
                at++;
                return object;
            }
            expect(',');
        }
    }

    private List<Object> array() {
        var array = new ArrayList<Object>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return array;
        }
        while (true) {
            space();
            array.add(value());
            space();
            if (peek() == ']') {
                at++;
                return array;
            }
            expect(',');
        }
    }

    private String string() {
        expect('"');
        var string = new StringBuilder();
        while (true) {
            var symbol = next();
            if (symbol == '"') {
                return string.toString();
            }
            if (symbol < 0x20) {
                throw wrong();
            }
            string.append(symbol == '\\' ? escaped() : symbol);
        }
    }

    private char escaped() {
        var symbol = next();
        switch (symbol) {
            case '"', '\\', '/':
                return symbol;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int code = 0;
                for (int digit = 0; digit < 4; digit++) {
                    int value = Character.digit(next(), 16);
                    if (value < 0) {
                        throw wrong();
                    }
                    code = code << 4 | value;
                }
                return (char) code;
            default:
                throw wrong();
        }
    }

    private Long number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean padded = at - digits > 1 && text.charAt(digits) == '0';
        if (at == digits || at - digits > 18 || padded) {
            throw wrong();
        }
        return Long.valueOf(text.substring(from, at));
    }

    private Object literal(String word, Boolean value) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private char next() {
        var symbol = peek();
        at++;
        return symbol;
    }

    private void expect(char symbol) {
        if (next() != symbol) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("No JSON at character " + at);
    }
}
