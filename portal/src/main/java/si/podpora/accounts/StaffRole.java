package si.podpora.accounts;

import java.util.Locale;

/** What a person of the help desk does. */
public enum StaffRole {
    AGENT,
    SUPERVISOR,
    TECHNICIAN,
    ADMINISTRATOR;

    /** As stored and as forms send it: {@code agent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static StaffRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
