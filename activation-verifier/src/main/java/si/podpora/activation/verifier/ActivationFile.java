package si.podpora.activation.verifier;

import java.util.regex.Pattern;

/**
 * The two forms of an activation: the file and the QR code hold the compact JWS (RFC 7515, section 3.1) and
 * nothing else; the text to copy, which mail programs may break and quote, has it in lines of 64 characters
 * between two lines of its own. Both are read alike.
 */
public final class ActivationFile {

    private static final String BEGIN = "-----BEGIN TIME AND SPACE ACTIVATION-----";
    private static final String END = "-----END TIME AND SPACE ACTIVATION-----";
    private static final int LINE = 64;
    private static final int LONGEST = 16_384;
    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private ActivationFile() {}

    /** The text to copy for a compact JWS. */
    public static String armoured(String jws) {
        var text = new StringBuilder(BEGIN).append('\n');
        for (int from = 0; from < jws.length(); from += LINE) {
            text.append(jws, from, Math.min(jws.length(), from + LINE)).append('\n');
        }
        return text.append(END).append('\n').toString();
    }

    /**
     * The compact JWS in a file, in copied text, or alone; line breaks and spaces of any kind do not matter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String read(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("Far too long for an activation");
        }
        var inner = text;
        int begin = text.indexOf(BEGIN);
        if (begin >= 0) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                throw new IllegalArgumentException("The last line is missing");
            }
            inner = text.substring(begin + BEGIN.length(), end);
        }
        var jws = inner.replaceAll("[\\s\\u00a0\\ufeff>]", "");
        if (!JWS.matcher(jws).matches()) {
            throw new IllegalArgumentException("No activation");
        }
        return jws;
    }
}
