package si.podpora.mail;

/** What became of an attempt to send a mail. */
sealed interface Delivery {

    /** The server took it over. */
    record Sent() implements Delivery {}

    /** It will not be taken, however often it is tried. */
    record Refused(MailProblem problem, String answer) implements Delivery {}

    /** It may be taken later. */
    record NotNow(MailProblem problem, String answer) implements Delivery {}
}
