package si.podpora.cases;

/** The case was closed too long ago; a new case takes its place. */
public final class TooLateToReopen extends RuntimeException {

    TooLateToReopen() {
        super("closed too long ago", null, false, false);
    }
}
