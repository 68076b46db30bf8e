package si.podpora.accounts;

/** The company would be left without an administrator. */
public final class LastAdministrator extends RuntimeException {

    LastAdministrator() {
        super("the last administrator of the company", null, false, false);
    }
}
