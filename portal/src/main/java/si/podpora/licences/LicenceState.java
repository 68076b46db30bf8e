package si.podpora.licences;

import java.util.Locale;

/** What a licence is good for, the gravest first. */
public enum LicenceState {
    BLOCKED("status status-danger"),
    EXPIRED("status status-danger"),
    /** Versions that were released up to the end of the maintenance can still be activated. */
    MAINTENANCE_ENDED("status status-waiting"),
    /** As many installations as allowed are activated. */
    USED_UP("status status-waiting"),
    AVAILABLE("status status-working");

    private final String style;

    LicenceState(String style) {
        this.style = style;
    }

    /** Key of the words. */
    public String words() {
        return "licences.state." + name().toLowerCase(Locale.ROOT);
    }

    /** Classes of the dot beside the words. */
    public String style() {
        return style;
    }
}
