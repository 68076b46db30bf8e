package si.podpora.registration.captcha;

import java.math.BigInteger;
import java.util.Locale;

/** The six characters that a person reads or hears, and what counts as having typed them. */
final class CaptchaCode {

    /** No two look alike, and spoken no two sound alike in any of the languages. */
    static final String ALPHABET = "23456789FHKMR";

    static final int LENGTH = 6;

    /** What a person may take a character of the picture for; none of these is in the alphabet. */
    private static final String TAKEN_FOR = "ABGSTZ1";

    private static final String MEANT = "4865727";

    private CaptchaCode() {}

    /** The code that follows from random bytes, many more than a code needs, so that all are equally likely. */
    static String of(byte[] random) {
        var rest = new BigInteger(1, random);
        var size = BigInteger.valueOf(ALPHABET.length());
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(rest.mod(size).intValue()));
            rest = rest.divide(size);
        }
        return code.toString();
    }

    /** Case and spaces do not matter. */
    static String read(String typed) {
        var code = new StringBuilder();
        typed.toUpperCase(Locale.ROOT).codePoints().filter(c -> !isSpace(c)).forEach(c -> {
            int mistaken = TAKEN_FOR.indexOf(c);
            code.appendCodePoint(mistaken < 0 ? c : MEANT.charAt(mistaken));
        });
        return code.toString();
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
