package si.podpora.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Points in time as people read them. A day does not break at the end of a line; the hour may follow on the next. */
public final class Times {

    private static final Map<String, String> AGO_FORMS = new ConcurrentHashMap<>();

    private static final DateTimeFormatter SLOVENIAN_MINUTE =
            DateTimeFormatter.ofPattern("d.\u00a0M.\u00a0uuuu HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_MINUTE =
            DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SLOVENIAN_DAY =
            DateTimeFormatter.ofPattern("d.\u00a0M.\u00a0uuuu", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0uuuu", Locale.ENGLISH);

    private Times() {}

    /** Day and minute in the reader's zone: {@code 15. 12. 2020 10:06}. */
    public static String minute(Instant at, Locale locale, ZoneId zone) {
        return (english(locale) ? ENGLISH_MINUTE : SLOVENIAN_MINUTE).format(at.atZone(zone));
    }

    /** The day: {@code 15. 12. 2020}. */
    public static String day(LocalDate day, Locale locale) {
        return (english(locale) ? ENGLISH_DAY : SLOVENIAN_DAY).format(day);
    }

    /** How long ago: {@code 33 sekund nazaj}; from a week on the day itself. */
    public static String ago(Instant at, Instant now, Words words, Locale locale, ZoneId zone) {
        var seconds = Math.max(0, Duration.between(at, now).toSeconds());
        if (seconds < 60) {
            return words.count(locale, "web.ago.seconds", Math.max(1, seconds));
        }
        if (seconds < 3600) {
            return words.count(locale, "web.ago.minutes", seconds / 60);
        }
        if (seconds < 86_400) {
            return words.count(locale, "web.ago.hours", seconds / 3600);
        }
        if (seconds < 7 * 86_400) {
            return words.count(locale, "web.ago.days", seconds / 86_400);
        }
        return day(LocalDate.ofInstant(at, zone), locale);
    }

    /**
     * The same words with {@code #} for the number, for each unit from seconds to days in the order of the plural's categories: one, two, few, other.
     * Units are divided by semicolons, forms by bars.
     */
    static String agoForms(Words words, Locale locale) {
        return AGO_FORMS.computeIfAbsent(
                locale.getLanguage(),
                ignored -> Stream.of("seconds", "minutes", "hours", "days")
                        .map(unit -> Stream.of(1, 2, 3, 5)
                                .map(n -> words.count(locale, "web.ago." + unit, n)
                                        .replace(n.toString(), "#"))
                                .collect(Collectors.joining("|")))
                        .collect(Collectors.joining(";")));
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
