package si.podpora.accounts;

import java.util.Locale;

/** How a person is addressed. */
public enum Salutation {
    MS,
    MR,
    NONE;

    /** As stored and as forms send it: {@code ms}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such salutation */
    public static Salutation of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
