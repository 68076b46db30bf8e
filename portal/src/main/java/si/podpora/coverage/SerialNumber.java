package si.podpora.coverage;

import java.util.Locale;

/** A device's serial number as it is stored and compared: capital letters and digits, nothing between them. */
public final class SerialNumber {

    private SerialNumber() {}

    /** {@code "zt-4410 0087"} becomes {@code "ZT44100087"}; empty if nothing is left. */
    public static String canonical(String typed) {
        var canonical = new StringBuilder(typed.length());
        typed.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(canonical::appendCodePoint);
        return canonical.toString();
    }
}
