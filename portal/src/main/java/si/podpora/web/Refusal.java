package si.podpora.web;

/** The few ways in which the portal says no; {@link RefusalPages} answers each with its page. */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message, null, false, false);
    }

    /** It does not exist, or the person who asks may not know that it does: 404. */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super("not found");
        }
    }

    /** The person may see the thing but not do this: 403. */
    public static final class NotAllowed extends Refusal {
        public NotAllowed() {
            super("not allowed");
        }
    }

    /** The person has to sign in first: the sign-in page, and back. */
    public static final class NotSignedIn extends Refusal {
        public NotSignedIn() {
            super("not signed in");
        }
    }

    /** Too often in too short a time: 429. */
    public static final class TooOften extends Refusal {
        public TooOften() {
            super("too often");
        }
    }
}
