package si.podpora.cases;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Predicate;

/** Counts working days: Monday to Friday without the holidays. */
final class WorkingDays {

    private final List<Predicate<LocalDate>> holidays;

    /**
     * With these holidays, written as {@link WaitingSettings#holidays()} says.
     *
     * @throws IllegalArgumentException if one is written otherwise
     */
    WorkingDays(List<String> holidays) {
        this.holidays = holidays.stream().map(WorkingDays::holiday).toList();
    }

    boolean has(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays.stream().noneMatch(holiday -> holiday.test(day));
    }

    /** The day on which so many working days have gone by; a weekend's days belong to the Friday before. */
    LocalDate plus(LocalDate day, int workingDays) {
        var at = day;
        for (int left = workingDays; left > 0; ) {
            at = at.plusDays(1);
            if (has(at)) {
                left--;
            }
        }
        return at;
    }

    /** The last day from which so many working days have gone by until a day. */
    LocalDate lastBefore(LocalDate day, int workingDays) {
        var at = day;
        while (plus(at, workingDays).isAfter(day)) {
            at = at.minusDays(1);
        }
        return at;
    }

    private static Predicate<LocalDate> holiday(String text) {
        try {
            if (text.startsWith("easter")) {
                var offset = text.equals("easter") ? 0 : Integer.parseInt(text.substring("easter".length()));
                return day -> day.equals(easter(day.getYear()).plusDays(offset));
            }
            if (text.length() > 5) {
                return LocalDate.parse(text)::equals;
            }
            var every = MonthDay.parse("--" + text);
            return day -> MonthDay.from(day).equals(every);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "podpora.waiting.holidays: \"" + text + "\" is none of 12-25, 2026-12-24, easter+1", e);
        }
    }

    /** Easter Sunday (Anonymous Gregorian computus; Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
