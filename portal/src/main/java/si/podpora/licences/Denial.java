package si.podpora.licences;

import java.util.Locale;

/** Why an activation is refused. */
public enum Denial {
    /** There is no such key, or it is another company's: both get the same answer. */
    UNKNOWN_KEY,
    BLOCKED,
    EXPIRED,
    MAINTENANCE_ENDED,
    LIMIT_REACHED,
    /** The portal has no key to sign with. */
    UNAVAILABLE;

    /** As it is stored, and told to programs. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the words. */
    public String words() {
        return "licences.denial." + code();
    }
}
