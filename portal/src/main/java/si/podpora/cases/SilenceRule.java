package si.podpora.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;

/**
 * What happens when a customer stays silent, and when. Days are the organisation's: the day on which the help
 * desk asks does not count, and a customer may answer until the end of the last day.
 */
@Component
public class SilenceRule {

    private final WaitingSettings settings;
    private final WorkingDays days;
    private final ZoneId zone;
    private final Clock clock;

    SilenceRule(WaitingSettings settings, PodporaProperties portal, Clock clock) {
        this.settings = settings;
        this.days = new WorkingDays(settings.holidays());
        this.zone = ZoneId.of(portal.organisation().timeZone());
        this.clock = clock;
    }

    /**
     * The last day on which the customer can answer before the case is closed; empty if it never is. Nobody is
     * closed without a warning: when the last reminder went out late, there is as much time after it as planned,
     * and where nobody can be warned the case stays open.
     */
    public Optional<LocalDate> lastDay(Waiting waiting) {
        if (settings.closeAfter() == 0 || !waiting.answerable()) {
            return Optional.empty();
        }
        var planned = days.plus(day(waiting.since()), settings.closeAfter());
        if (settings.remindAfter().isEmpty()) {
            return Optional.of(planned);
        }
        var last = waiting.remindedAt();
        var warned =
                last != null && waiting.reminders() >= settings.remindAfter().size() ? day(last) : today();
        var fair = days.plus(warned, afterWarning());
        return Optional.of(fair.isAfter(planned) ? fair : planned);
    }

    /** Whether people are reminded now: on working days, not in the night. */
    boolean isTime() {
        var now = clock.instant().atZone(zone);
        return days.has(now.toLocalDate()) && !now.toLocalTime().isBefore(settings.at());
    }

    /** After how many working days each reminder goes out, the first one first. */
    List<Integer> reminders() {
        return settings.remindAfter();
    }

    boolean closes() {
        return settings.closeAfter() > 0;
    }

    /** Whoever has waited since before this moment has waited so many working days by today. */
    Instant waitedSince(int workingDays) {
        return endOf(days.lastBefore(today(), workingDays));
    }

    /** Whoever has waited since before this moment had the last day to answer yesterday or earlier. */
    Instant expiredSince() {
        return endOf(days.lastBefore(today().minusDays(1), settings.closeAfter()));
    }

    /** Whoever got the last reminder before this moment has had the time to answer it. */
    Instant warnedUntil() {
        return settings.remindAfter().isEmpty()
                ? clock.instant()
                : endOf(days.lastBefore(today().minusDays(1), afterWarning()));
    }

    int closeAfter() {
        return settings.closeAfter();
    }

    private int afterWarning() {
        return settings.closeAfter() - settings.remindAfter().getLast();
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
