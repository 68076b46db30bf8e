package si.podpora.licences;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a licence.
 *
 * @param internal whether only the help desk sees it
 * @param actor who did it; empty: no person
 * @param byStaff whether it was somebody of the help desk
 * @param serialNumber of the activation that it is about; 0 for none
 * @param detail what was changed, or why it was refused
 * @param reason as the person gave it; empty for none
 */
public record LicenceEvent(
        Kind kind,
        boolean internal,
        String actor,
        boolean byStaff,
        long serialNumber,
        String detail,
        String reason,
        Instant at) {

    /** Whether what nobody did was done by a program that is online; else the portal itself did it. */
    public boolean byProgram() {
        return kind == Kind.ACTIVATED || kind == Kind.RENEWED || kind == Kind.REFUSED;
    }

    /** What happened. */
    public enum Kind {
        ISSUED,
        ACTIVATED,
        /** A new file for an installation that was active: the licence or a component had changed. */
        RENEWED,
        RELEASED,
        REFUSED,
        BLOCKED,
        UNBLOCKED,
        EXTENDED,
        MOVED,
        LIMIT_CHANGED;

        /** As it is stored. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the words. */
        public String words() {
            return "licences.event." + code();
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
