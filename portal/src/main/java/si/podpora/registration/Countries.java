package si.podpora.registration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The countries a company can be in, named and sorted in one language by CLDR, Slovenia first.
 *
 * <p>Those are the ISO 3166 countries, and Kosovo, that can be telephoned: the uninhabited ones have no companies.
 */
final class Countries {

    private static final String FIRST = "SI";
    private static final Set<ULocale> LANGUAGES = Stream.of(ULocale.getAvailableLocales())
            .map(Countries::withoutRegion)
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<ULocale, Countries> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final List<Country> sorted;
    private final Map<String, Country> byCode;

    /**
     * @param code ISO 3166 alpha-2, {@code XK} for Kosovo
     * @param name in the reader's language
     * @param callingPrefix {@code +386}; several countries can share one
     */
    record Country(String code, String name, String callingPrefix) {}

    private Countries(ULocale language) {
        var names = LocaleDisplayNames.getInstance(language, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
        Collator collator = Collator.getInstance(language).freeze();
        var numbers = PhoneNumberUtil.getInstance();
        sorted = Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK"))
                .distinct()
                .filter(numbers.getSupportedRegions()::contains)
                .map(code ->
                        new Country(code, names.regionDisplayName(code), "+" + numbers.getCountryCodeForRegion(code)))
                .sorted(Comparator.comparing(
                                (Country country) -> !country.code().equals(FIRST))
                        .thenComparing(Country::name, collator::compare))
                .toList();
        byCode = sorted.stream().collect(toUnmodifiableMap(Country::code, Function.identity()));
    }

    /** The countries in the reader's language; English where CLDR does not know the language. */
    static Countries in(Locale reader) {
        // The cache holds no more than the known languages, whatever browsers ask for.
        ULocale language = Stream.of(withoutRegion(ULocale.forLocale(reader)), new ULocale(reader.getLanguage()))
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse(ULocale.ENGLISH);
        return BY_LANGUAGE.computeIfAbsent(language, Countries::new);
    }

    private static ULocale withoutRegion(ULocale locale) {
        return new ULocale.Builder()
                .setLanguage(locale.getLanguage())
                .setScript(locale.getScript())
                .build();
    }

    /** All of them, Slovenia first, then as the reader's language sorts. */
    List<Country> all() {
        return sorted;
    }

    /** Empty for a code that is no country here, so also for one that somebody made up. */
    Optional<Country> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
