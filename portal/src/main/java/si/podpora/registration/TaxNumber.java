package si.podpora.registration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A company's tax number as its country writes it, reduced to one spelling so that two people of one company meet.
 *
 * <p>That a number is well formed proves nothing about the person who typed it: it only catches slips.
 *
 * @param country ISO 3166 alpha-2 code
 * @param value without the country's prefix, spaces and punctuation; Austria keeps its {@code U}, Hungary only the
 *     eight digits of the company itself, Bosnia and Herzegovina the thirteen digits of the JIB
 */
public record TaxNumber(String country, String value) {

    /** Message key for a number that its country's rule refuses. */
    public static final String INVALID = "registration.taxNumber.invalid";

    private static final int LONGEST_TYPED = 60;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}./:,]+");
    private static final Pattern FREE = Pattern.compile("[A-Z0-9]{2,20}");
    private static final Pattern AUSTRIAN = Pattern.compile("U?([0-9]{8})");
    private static final Pattern HUNGARIAN = Pattern.compile("([0-9]{8})(?:[1-5][0-9]{2})?");
    private static final Pattern BOSNIAN = Pattern.compile("4?([0-9]{12})");

    /** What is left after the prefix, to the canonical form. */
    private static final Map<String, Function<String, Optional<String>>> RULES = Map.of(
            "SI", digits(8, CheckDigit::slovenian),
            "HR", digits(11, CheckDigit::mod1110),
            "RS", digits(9, CheckDigit::mod1110),
            "BA", TaxNumber::bosnian,
            "MK", digits(13, CheckDigit::yugoslav),
            "ME", digits(8, CheckDigit::yugoslav),
            "AT", TaxNumber::austrian,
            "DE", digits(9, CheckDigit::mod1110),
            "IT", digits(11, CheckDigit::luhn),
            "HU", TaxNumber::hungarian);

    /**
     * Reads what somebody typed, with or without the country's prefix.
     *
     * @param country ISO 3166 alpha-2 code; a country without a rule takes 2 to 20 letters and digits
     * @return empty when the country's rule refuses it, to be told with {@link #INVALID}
     */
    public static Optional<TaxNumber> parse(String country, String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String compact = SEPARATORS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        var rule = RULES.get(country);
        return (rule == null ? free(country, compact) : rule.apply(withoutPrefix(country, compact)))
                .map(value -> new TaxNumber(country, value));
    }

    private static String withoutPrefix(String country, String compact) {
        if (country.equals("MK") && compact.startsWith("МК")) {
            return compact.substring(2); // the same two letters in Cyrillic
        }
        return compact.startsWith(country) ? compact.substring(2) : compact;
    }

    /** Only before a digit is the country's code surely a prefix: CHE-123.456.789 is the Swiss number itself. */
    private static Optional<String> free(String country, String compact) {
        String prefix = country.equals("GR") ? "EL" : country;
        boolean prefixed = compact.startsWith(prefix) && compact.length() > 2 && Character.isDigit(compact.charAt(2));
        return Optional.of(prefixed ? compact.substring(2) : compact)
                .filter(value -> FREE.matcher(value).matches());
    }

    private static Function<String, Optional<String>> digits(int length, Predicate<String> check) {
        Pattern pattern = Pattern.compile("(?!0+$)[0-9]{" + length + "}");
        return value ->
                Optional.of(value).filter(v -> pattern.matcher(v).matches()).filter(check);
    }

    private static Optional<String> austrian(String value) {
        Matcher matcher = AUSTRIAN.matcher(value);
        return matcher.matches() && CheckDigit.austrian(matcher.group(1))
                ? Optional.of("U" + matcher.group(1))
                : Optional.empty();
    }

    /** The adószám 12345678-1-42 adds how the company is taxed and its county to the eight digits of the company. */
    private static Optional<String> hungarian(String value) {
        Matcher matcher = HUNGARIAN.matcher(value);
        return matcher.matches() ? digits(8, CheckDigit::hungarian).apply(matcher.group(1)) : Optional.empty();
    }

    /** The twelve digits of a PDV number are those of the JIB without its leading 4. */
    private static Optional<String> bosnian(String value) {
        Matcher matcher = BOSNIAN.matcher(value);
        return matcher.matches() ? Optional.of("4" + matcher.group(1)).filter(CheckDigit::yugoslav) : Optional.empty();
    }
}
