package si.podpora.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;

/** Days as browsers send and spreadsheets export them, {@code 2027-01-31}, of the years that anybody can mean. */
public final class Days implements Formatter<LocalDate> {

    private static final Pattern WRITTEN = Pattern.compile("(19|20|21)\\d\\d-\\d\\d-\\d\\d");

    /**
     * The day that was typed.
     *
     * @throws java.time.DateTimeException if it is none
     */
    public static LocalDate parse(String typed) {
        var text = typed.strip();
        if (!WRITTEN.matcher(text).matches()) {
            throw new DateTimeException("No day: " + text.length() + " characters");
        }
        return LocalDate.parse(text);
    }

    @Override
    public LocalDate parse(String typed, Locale locale) {
        return parse(typed);
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }
}
