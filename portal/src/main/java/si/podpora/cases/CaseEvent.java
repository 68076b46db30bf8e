package si.podpora.cases;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a case, beside its notes.
 *
 * @param actor name of who did it; empty: the portal itself
 * @param byStaff whether the help desk did it
 * @param oldValue status code, owner's name or a field's former value; empty for none
 * @param newValue the same afterwards; an empty owner is the help desk
 * @param detail the field that was edited, or the reason for closing
 * @param from number of the merged case that it happened to; empty: to this one
 */
public record CaseEvent(
        long id,
        Kind kind,
        Visibility visibility,
        String actor,
        boolean byStaff,
        String oldValue,
        String newValue,
        String detail,
        String from,
        Instant at)
        implements Entry {

    /** What can happen. */
    public enum Kind {
        SUBMITTED,
        ASSIGNED,
        STATUS_CHANGED,
        EDITED,
        CLOSED,
        REOPENED,
        /** A new case continues this one; the new value is its number. */
        CONTINUED,
        /** The customer was reminded; the new value is the last day to answer, empty if there is none. */
        REMINDED,
        /** Closed because the customer did not answer; the detail is after how many working days. */
        EXPIRED,
        /** Somebody else is the requester now; the values are the names. */
        HANDED_OVER,
        /** Why the owner has changed, for the help desk; the detail is the reason. */
        ASSIGNMENT_REASON,
        /** The portal has given the case to somebody; the detail is which of that person's skills it needs. */
        AUTO_ASSIGNED,
        /** The new value is the participant's name. */
        PARTICIPANT_ADDED,
        /** The customer wants somebody from outside the company to take part; the new value is the address. */
        PARTICIPANT_ASKED,
        /** The old value is the participant's name. */
        PARTICIPANT_REMOVED,
        /** Another case was merged into this one; the new value is its number, the detail its title. */
        MERGED,
        /** Notes went over to a new case; the new value is its number. */
        SPLIT_OFF,
        /** The case was made of another's notes; the new value is that one's number. */
        SPLIT_FROM,
        /** For the help desk: the new value is the number of a case that has to do with this one. */
        LINKED,
        /** For the help desk: no more. */
        UNLINKED;

        /** As stored. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of its words. */
        public String words() {
            return "cases.event." + code();
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
