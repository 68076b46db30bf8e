package si.podpora.cases;

import java.util.Locale;

/** What a case asks for. */
public enum CaseType {
    /** Help with using the system, or a report that it cannot be used. */
    SUPPORT,
    /** Equipment that is sent in to be repaired (RMA). */
    REPAIR;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its words. */
    public String words() {
        return "cases.type." + code();
    }

    /** @throws IllegalArgumentException if there is no such type */
    public static CaseType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
