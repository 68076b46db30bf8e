package si.podpora.accounts;

import java.util.Locale;

/** What a person agrees to; each can be given and withdrawn by itself. */
public enum ConsentKind {
    /** Processing for the ordered services. */
    SERVICE(true),
    /** Processing for handling technical problems and complaints. */
    PROBLEMS(true),
    /** News about events, products and offers. */
    NEWS(false);

    private final boolean required;

    ConsentKind(boolean required) {
        this.required = required;
    }

    /** Whether there is no account without it. */
    public boolean required() {
        return required;
    }

    /** As stored, as forms send it, and as part of its words' keys: {@code news}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such consent */
    public static ConsentKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
