package si.podpora.accounts;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The time zones to choose from, each by its city's name in the reader's language (CLDR). */
final class TimeZones {

    /** Zones of places, one for each: not the aliases and the bare offsets. */
    private static final Set<String> IDS =
            TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Map<String, String>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private TimeZones() {}

    static boolean isKnown(String id) {
        return IDS.contains(id);
    }

    /** Names by identifier, from west to east, with the offset outside summer time. */
    static Map<String, String> in(Locale reader) {
        return BY_LANGUAGE.computeIfAbsent(reader.getLanguage(), language -> named(new ULocale(language)));
    }

    private static Map<String, String> named(ULocale language) {
        var names = TimeZoneNames.getInstance(language);
        var collator = Collator.getInstance(language).freeze();
        var zones = new LinkedHashMap<String, String>();
        IDS.stream()
                .map(id -> new Zone(
                        id,
                        TimeZone.getTimeZone(id).getRawOffset() / 60_000,
                        String.valueOf(names.getExemplarLocationName(id))))
                .sorted(Comparator.comparingInt(Zone::minutes).thenComparing(Zone::city, collator::compare))
                .forEach(zone -> zones.put(zone.id(), zone.label()));
        return zones;
    }

    private record Zone(String id, int minutes, String city) {

        String label() {
            var size = Math.abs(minutes);
            return String.format(
                    Locale.ROOT, "%s (UTC%s%02d:%02d)", city, minutes < 0 ? "−" : "+", size / 60, size % 60);
        }
    }
}
