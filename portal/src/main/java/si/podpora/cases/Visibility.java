package si.podpora.cases;

import java.util.Locale;

/** Who may read a note or an event. */
public enum Visibility {
    /** The customer and the help desk. */
    PUBLIC,
    /** The help desk alone. */
    INTERNAL;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such visibility */
    public static Visibility of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
