package si.podpora.web;

import java.time.ZoneId;
import java.util.Locale;

/** Who reads the page: what the layout and the words need to know of the signed-in person. */
public interface Reader {

    /** The person's key. */
    long id();

    String fullName();

    Locale locale();

    ZoneId zone();

    /** Whether the person belongs to the help desk. */
    boolean isStaff();

    /** Whether the person administers the portal. */
    boolean isAdministrator();

    /** Whether the person leads the help desk, or administers the portal. */
    default boolean isSupervisor() {
        return isAdministrator();
    }

    /** Whether the person manages the people of a company. */
    default boolean administersCompany() {
        return false;
    }
}
