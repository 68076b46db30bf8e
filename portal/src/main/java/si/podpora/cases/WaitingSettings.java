package si.podpora.cases;

import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens when a customer stays silent, {@code podpora.waiting.*}.
 *
 * @param remindAfter working days after which a case that waits for its customer is reminded of; ascending
 * @param closeAfter working days that the customer has to answer; 0: such a case is never closed by itself
 * @param at from what time of a working day on, in the organisation's zone, people are reminded
 * @param holidays days that are no working days: {@code 01-01} every year, {@code 2026-12-24} once,
 *     {@code easter+1} days after Easter Sunday
 */
@ConfigurationProperties("podpora.waiting")
record WaitingSettings(
        @DefaultValue({"5", "10"}) List<Integer> remindAfter,
        @DefaultValue("15") int closeAfter,
        @DefaultValue("08:00") LocalTime at,

        @DefaultValue({
            "01-01",
            "01-02",
            "02-08",
            "easter+1",
            "04-27",
            "05-01",
            "05-02",
            "06-25",
            "08-15",
            "10-31",
            "11-01",
            "12-25",
            "12-26"
        })
        List<String> holidays) {

    WaitingSettings {
        remindAfter = remindAfter.stream().sorted().toList();
        if (closeAfter < 0 || remindAfter.stream().anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("podpora.waiting: days are positive numbers");
        }
        if (closeAfter > 0 && !remindAfter.isEmpty() && remindAfter.getLast() >= closeAfter) {
            throw new IllegalArgumentException(
                    "podpora.waiting.close-after must be later than the last of podpora.waiting.remind-after");
        }
    }
}
