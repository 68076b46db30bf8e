package si.podpora.registration;

import org.jspecify.annotations.Nullable;

/**
 * Who invites into which company, as the person invited is told.
 *
 * @param administrator name of the company's administrator who invites; null if the help desk does
 */
public record Host(String company, @Nullable String administrator) {

    /** The ending of a key of words: they differ by who invites. */
    public String kind() {
        return administrator == null ? "helpDesk" : "administrator";
    }
}
