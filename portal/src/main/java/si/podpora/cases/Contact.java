package si.podpora.cases;

import java.util.Locale;

/** How a case came to the help desk. */
public enum Contact {
    /** The customer's own form. */
    PORTAL,
    PHONE,
    EMAIL,
    VISIT,
    OTHER;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its words. */
    public String words() {
        return "cases.contact." + code();
    }

    /** @throws IllegalArgumentException if there is no such contact */
    public static Contact of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
