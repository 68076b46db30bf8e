package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkingDaysTests {

    private final WorkingDays slovenian = new WorkingDays(defaults().holidays());

    @ParameterizedTest
    @CsvSource({
        "2020-12-15, 5, 2020-12-22",
        "2020-12-15, 8, 2020-12-28", // Christmas, a Friday
        "2020-12-18, 1, 2020-12-21",
        "2020-12-19, 1, 2020-12-21",
        "2026-12-30, 2, 2027-01-04", // New Year
        "2026-04-03, 1, 2026-04-07", // Easter Monday
        "2026-04-24, 4, 2026-05-04", // the day of resistance and 1 and 2 May
    })
    void weekendsAndHolidaysDoNotCount(LocalDate from, int days, LocalDate to) {
        assertThat(slovenian.plus(from, days)).isEqualTo(to);
        assertThat(slovenian.plus(slovenian.lastBefore(to, days), days)).isBeforeOrEqualTo(to);
        assertThat(slovenian.lastBefore(to, days)).isAfterOrEqualTo(from);
        assertThat(slovenian.plus(slovenian.lastBefore(to, days).plusDays(1), days))
                .isAfter(to);
    }

    @ParameterizedTest
    @CsvSource({"2020, 2020-04-12", "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25"})
    void easterIsFound(int year, LocalDate day) {
        assertThat(WorkingDays.easter(year)).isEqualTo(day);
    }

    @Test
    void aHolidayOfOneYearIsNoneInTheNext() {
        var days = new WorkingDays(List.of("2020-12-24", "easter"));
        assertThat(days.has(LocalDate.of(2020, 12, 24))).isFalse();
        assertThat(days.has(LocalDate.of(2021, 12, 24))).isTrue();
    }

    @Test
    void whatIsNoDayIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new WorkingDays(List.of("25. 12.")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("podpora.waiting.holidays");
        assertThatThrownBy(() -> new WorkingDays(List.of("easter monday"))).hasMessageContaining("easter monday");
    }

    private static WaitingSettings defaults() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("podpora.waiting", WaitingSettings.class);
    }
}
