package si.podpora.cases;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case's number: {@code CAS-02580-T0M2L3}, the running number and six random characters of Crockford's
 * base32, so that it can be dictated but not guessed.
 *
 * @param text as written in the portal
 */
public record CaseNumber(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SEPARATOR = "[\\s\\p{Pd}_.]*";
    private static final Pattern SPELLED = Pattern.compile(SEPARATOR + "(?:CAS)?" + SEPARATOR + "([0-9]{1,18})"
            + SEPARATOR + "([" + ALPHABET + "]{" + RANDOM_CHARACTERS + "})" + SEPARATOR);

    private static final Pattern RUNNING =
            Pattern.compile(SEPARATOR + "(?:CAS)?" + SEPARATOR + "([0-9]{1,18})" + SEPARATOR);

    /** A new number. */
    static CaseNumber random(long running) {
        var letters = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return of(running, letters.toString());
    }

    /**
     * Reads a number however it is spelled: in lower case, with O for 0 and I or L for 1, without dashes,
     * with spaces, without the prefix or the leading zeros. The result is the canonical spelling.
     */
    public static Optional<CaseNumber> parse(String typed) {
        var matcher = SPELLED.matcher(readable(typed.toUpperCase(Locale.ROOT)));
        return matcher.matches()
                ? Optional.of(of(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Reads a running number alone, with or without the prefix: {@code 2580}, {@code CAS-02580}. */
    public static Optional<Long> running(String typed) {
        var matcher = RUNNING.matcher(typed.toUpperCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** What the database compares, {@code translate(number, 'OIL', '011')}: the same for every spelling. */
    public String key() {
        return readable(text);
    }

    /** The spellings that a search finds it by, in lower case: whole, without dashes, and its parts. */
    List<String> spellings() {
        return Stream.of(text, key())
                .map(number -> number.toLowerCase(Locale.ROOT))
                .flatMap(number -> {
                    var parts = number.split("-", 3);
                    var compact = parts[1] + parts[2];
                    var running = String.valueOf(Long.parseLong(parts[1]));
                    return Stream.of(number, "cas" + compact, "cas-" + parts[1], compact, parts[1], running, parts[2]);
                })
                .distinct()
                .toList();
    }

    private static CaseNumber of(long running, String letters) {
        return new CaseNumber(String.format(Locale.ROOT, "CAS-%05d-%s", running, letters));
    }

    private static String readable(String typed) {
        return typed.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    @Override
    public String toString() {
        return text;
    }
}
