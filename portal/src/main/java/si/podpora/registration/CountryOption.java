package si.podpora.registration;

import java.util.List;
import java.util.Locale;
import si.podpora.web.Words;

/**
 * A country to choose, with what it means for the other fields.
 *
 * @param prefix telephone prefix: {@code +386}
 * @param taxHelp how its tax numbers look, in the reader's language
 */
public record CountryOption(String code, String name, String prefix, String taxHelp) {

    /** All of them for a reader, Slovenia first. */
    public static List<CountryOption> all(Words words, Locale reader) {
        return Countries.in(reader).all().stream()
                .map(country -> new CountryOption(
                        country.code(),
                        country.name(),
                        country.callingPrefix(),
                        taxHelp(words, reader, country.code())))
                .toList();
    }

    private static String taxHelp(Words words, Locale reader, String code) {
        var own = "registration.taxNumber.help." + code;
        return words.say(reader, words.has(own) ? own : "registration.taxNumber.help.other");
    }
}
