package si.podpora.accounts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number that exists in its country's plan.
 *
 * @param e164 {@code +38615680800}: for links and comparing; has no place for an extension
 * @param international {@code +386 1 568 08 00}: for reading, with the extension when one was typed; parses again
 */
public record PhoneNumber(String e164, String international) {

    /** Message key for a number that is none. */
    public static final String INVALID = "accounts.phone.invalid";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern INTERNATIONAL_00 = Pattern.compile("^[\\s(]*00\\s*");

    /**
     * Reads a national number of the given country or an international one of any country ({@code +386…},
     * {@code 00386…}).
     *
     * @param country ISO 3166 alpha-2 code
     * @return empty when there is no such number, to be told with {@link #INVALID}
     */
    public static Optional<PhoneNumber> parse(String country, String typed) {
        // Not every country dials 00 for abroad, but people everywhere in Europe write it.
        return valid(country, typed)
                .or(() -> valid(country, INTERNATIONAL_00.matcher(typed).replaceFirst("+")))
                .map(number -> new PhoneNumber(
                        NUMBERS.format(number, PhoneNumberFormat.E164),
                        NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL)));
    }

    /** A number that was kept as {@link #e164}, as people read it; what cannot be read stays as it is. */
    public static String read(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, "ZZ"), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** The country (ISO 3166 alpha-2 code) of a number that was kept as {@link #e164}; empty if it tells none. */
    public static Optional<String> country(String e164) {
        return valid("ZZ", e164).map(NUMBERS::getRegionCodeForNumber).filter(code -> code.length() == 2);
    }

    private static Optional<Phonenumber.PhoneNumber> valid(String country, String typed) {
        try {
            return Optional.of(NUMBERS.parse(typed, country)).filter(NUMBERS::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
