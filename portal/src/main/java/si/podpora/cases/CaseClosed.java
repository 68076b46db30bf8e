package si.podpora.cases;

/** The case has been closed; it has to be opened again first. */
public final class CaseClosed extends RuntimeException {

    CaseClosed() {
        super("the case is closed", null, false, false);
    }
}
