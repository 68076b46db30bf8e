package si.podpora.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every template knows of the request: who reads, in which language and zone, and the words.
 *
 * @param reader null for a visitor who has not signed in
 * @param path path and query of this page, to come back to
 * @param notice key of a message about what has just been done; null for none
 */
public record Page(
        Words words,
        Assets assets,
        PodporaProperties settings,
        Clock clock,
        Locale locale,
        ZoneId zone,
        @Nullable Reader reader,
        String path,
        @Nullable String notice) {

    /** The text of a key in the reader's language; arguments are names and values in turn. */
    public String say(String key, Object... arguments) {
        return words.say(locale, key, arguments);
    }

    /** The address of a static file under its content's hash: {@code /css/podpora.css}. */
    public String asset(String file) {
        return assets.address(file);
    }

    /** Day and minute in the reader's zone. */
    public String minute(Instant at) {
        return Times.minute(at, locale, zone);
    }

    /** The point in time for programs, to the second: {@code 2020-12-15T09:06:00Z}. */
    public String machine(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long ago, in words. */
    public String ago(Instant at) {
        return Times.ago(at, clock.instant(), words, locale, zone);
    }

    /** How it is said how long ago something was, for the script that lets time pass on an open page. */
    public String agoForms() {
        return Times.agoForms(words, locale);
    }

    /** A day as people write it. */
    public String day(LocalDate day) {
        return Times.day(day, locale);
    }

    public PodporaProperties.Organisation organisation() {
        return settings.organisation();
    }

    /** This year, for the foot of the page. */
    public int year() {
        return LocalDate.ofInstant(clock.instant(), zone).getYear();
    }

    /** Whether the page lies under a path, to mark the tab. */
    public boolean under(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/") || path.startsWith(prefix + "?");
    }
}
