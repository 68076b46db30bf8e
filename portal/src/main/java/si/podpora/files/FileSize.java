package si.podpora.files;

import java.text.NumberFormat;
import java.util.Locale;

/** The size of a file as people read it. */
public final class FileSize {

    private static final long KB = 1024;

    private FileSize() {}

    /** {@code 812 B}, {@code 1,4 MB} in the language's way; a kilobyte has 1024 bytes. */
    public static String words(long bytes, Locale locale) {
        if (bytes < KB) {
            return bytes + " B";
        }
        // 1023.6 kB would be rounded to 1.024 kB: that is a megabyte already.
        if (Math.round((double) bytes / KB) < KB) {
            return number((double) bytes / KB, bytes < 10 * KB, locale) + " kB";
        }
        return number((double) bytes / KB / KB, bytes < 10 * KB * KB, locale) + " MB";
    }

    private static String number(double number, boolean withTenths, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(withTenths ? 1 : 0);
        return format.format(number);
    }
}
