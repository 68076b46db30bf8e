package si.podpora.activation.verifier;

/** The installation code as a file or a QR code, to be carried to the portal: a first line that says what it is, then the code. */
public final class RequestFile {

    private static final String FIRST = "time-and-space-request 1";
    private static final int LONGEST = 2000;

    private RequestFile() {}

    /** The file's text. */
    public static String write(InstallationCode code) {
        return FIRST + "\n" + code.text() + "\n";
    }

    /**
     * The code in such a file, or in a text that holds nothing but a code; not checked yet.
     *
     * @throws IllegalArgumentException if it is something else, by its length or its first line
     */
    public static String read(String text) {
        var bare = text.replace("\ufeff", "").strip();
        if (bare.length() > LONGEST) {
            throw new IllegalArgumentException("Far too long for an installation code");
        }
        if (bare.startsWith(FIRST)) {
            return bare.substring(FIRST.length()).strip();
        }
        if (bare.startsWith("time-and-space-") || bare.startsWith("-----")) {
            throw new IllegalArgumentException("Another file of the program");
        }
        return bare;
    }
}
