package si.podpora.mail;

import java.util.Locale;

/** Why a mail has not been delivered. */
public enum MailProblem {
    /** The address is none, or the server refuses it for good. */
    ADDRESS,
    /** The server refuses the message for good. */
    MESSAGE,
    /** The server asks to come again later. */
    LATER,
    /** The server cannot be reached or does not let the portal send. */
    SERVER;

    /** As it is kept in the database, and the end of the key of its words. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailProblem of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
