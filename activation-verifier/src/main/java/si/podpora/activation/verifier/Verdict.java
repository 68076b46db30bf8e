package si.podpora.activation.verifier;

/** Yes, with what the activation says, or no, and why. */
public sealed interface Verdict {

    /** The activation is genuine and this machine's. */
    record Accepted(Activation activation) implements Verdict {}

    /**
     * The program must not run as activated.
     *
     * @param reason why
     * @param activation what a genuine activation says; null if its signature could not be checked
     */
    record Refused(Reason reason, Activation activation) implements Verdict {}

    /** Why an activation is refused. */
    enum Reason {
        /** The text is no activation. */
        UNREADABLE,
        /** It was signed with a key that this program does not know: the program may be too old. */
        UNKNOWN_KEY,
        /** The signature does not fit: the file was changed. */
        FORGED,
        /** It is for another product. */
        OTHER_PRODUCT,
        /** It is for another machine, or too much of this one was changed. */
        OTHER_MACHINE,
        /** Its time has run out. */
        EXPIRED,
        /** The clock of the machine stands before the time at which an activation for a limited time was issued. */
        CLOCK,
        /** This version of the program was released after the maintenance had ended. */
        MAINTENANCE_ENDED
    }
}
