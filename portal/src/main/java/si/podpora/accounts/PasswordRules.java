package si.podpora.accounts;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import si.podpora.web.FieldProblem;
import si.podpora.web.PodporaProperties;

/**
 * What makes a password good enough: long, no common one, not made of the person's own data. Kinds of
 * characters are not asked for (NIST SP 800-63B section 3.1.1.2).
 */
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** How many guesses (as a score of zxcvbn) are too few. */
    private static final int TOO_EASY = 1;
    /** Estimating takes time that grows with the square of the length. */
    private static final int ESTIMATED = 64;

    /** Shorter words count only where they stand alone. */
    private static final int SHORTEST_INSIDE = 3;

    private static final int SHORTEST_OWN_WORD = 2;
    private static final int LITTLE = 6;

    /** What people put between words. */
    private static final Pattern DIVIDERS = Pattern.compile("[\\s\\p{Pd}._,]+");

    private final Zxcvbn estimator = new Zxcvbn();
    private final Set<String> commonHere;

    PasswordRules(PodporaProperties settings) throws IOException {
        var common = new LinkedHashSet<>(new ClassPathResource("passwords/common-here.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList());
        common.addAll(parts(settings.organisation().name()));
        common.addAll(parts(settings.organisation().portalName()));
        commonHere = Set.copyOf(common);
    }

    /**
     * What is wrong with a password; empty if nothing is.
     *
     * @param field name of the field to report on
     * @param own what belongs to the person: names, address, user name, company
     */
    public Optional<FieldProblem> check(String field, String password, Collection<String> own) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(FieldProblem.of(field, "accounts.password.tooShort", "min", SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of(FieldProblem.of(field, "accounts.password.tooLong", "max", LONGEST));
        }
        var ownWords = words(own);
        if (isLittleBeside(ownWords, password)) {
            var ofOwn = beside(ownWords, password).length()
                    < beside(Set.of(), password).length();
            return Optional.of(refused(field, ofOwn));
        }
        return Stream.of(password, DIVIDERS.matcher(password).replaceAll(""))
                .distinct()
                .map(spelling -> easy(spelling, ownWords))
                .flatMap(Optional::stream)
                .findFirst()
                .map(easy -> refused(field, isOfOwn(easy, ownWords)));
    }

    private static FieldProblem refused(String field, boolean ofOwn) {
        return FieldProblem.of(field, ofOwn ? "accounts.password.own" : "accounts.password.common");
    }

    /** How a password is guessed that takes few guesses; empty for a good one. */
    private Optional<Strength> easy(String password, Set<String> ownWords) {
        return Optional.of(estimate(password, ownWords))
                .filter(estimate -> estimate.getScore() <= TOO_EASY || isOneWord(password, estimate));
    }

    private static boolean isOfOwn(Strength estimate, Set<String> ownWords) {
        return estimate.getSequence().stream()
                .anyMatch(match -> match.matchedWord != null && ownWords.contains(match.matchedWord.toString()));
    }

    /** Whether hardly anything is left of a password without the person's and common words: a year, a number. */
    private boolean isLittleBeside(Set<String> ownWords, String password) {
        var words = new HashSet<>(commonHere);
        words.addAll(ownWords);
        var left = beside(words, password).length();
        return left < LITTLE && left < beside(Set.of(), password).length();
    }

    /** The letters and digits of a password that belong to none of these words, however it divides them. */
    private static String beside(Set<String> words, String password) {
        var left = Stream.of(pieces(password))
                .filter(piece -> piece.length() >= SHORTEST_INSIDE || !words.contains(piece))
                .collect(Collectors.joining());
        // Words may share a letter: who is called Žagar may sign in as spela.z.
        var covered = new BitSet();
        words.stream().filter(word -> word.length() >= SHORTEST_INSIDE).forEach(word -> {
            for (int at = left.indexOf(word); at >= 0; at = left.indexOf(word, at + 1)) {
                covered.set(at, at + word.length());
            }
        });
        return IntStream.range(0, left.length())
                .filter(at -> !covered.get(at))
                .mapToObj(at -> left.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /** How hard a password is to guess, from 0 (at once) to 4 (not in a lifetime). */
    int strength(String password, Collection<String> own) {
        return estimate(password, words(own)).getScore();
    }

    private Strength estimate(String password, Set<String> ownWords) {
        var inputs = Stream.concat(ownWords.stream(), commonHere.stream())
                .filter(word -> word.length() >= SHORTEST_INSIDE)
                .toList();
        var shown = password.codePointCount(0, password.length()) > ESTIMATED
                ? password.substring(0, password.offsetByCodePoints(0, ESTIMATED))
                : password;
        return estimator.measure(folded(shown), inputs);
    }

    private static boolean isOneWord(String password, Strength estimate) {
        return estimate.getSequence().size() == 1
                && estimate.getSequence().getFirst().tokenLength()
                        == folded(password).length()
                && estimate.getSequence().getFirst().pattern == com.nulabinc.zxcvbn.Pattern.Dictionary;
    }

    /** The values themselves and the words in them. */
    private static Set<String> words(Collection<String> own) {
        var words = new LinkedHashSet<String>();
        own.forEach(value -> words.addAll(parts(value)));
        return words;
    }

    private static List<String> parts(String value) {
        var pieces = pieces(value);
        var parts = new ArrayList<>(List.of(pieces));
        parts.add(String.join("", pieces));
        parts.add(folded(value).toLowerCase(Locale.ROOT).strip());
        parts.removeIf(part -> part.length() < SHORTEST_OWN_WORD);
        return parts;
    }

    private static String[] pieces(String text) {
        return folded(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    }

    /** Without the marks on letters: who knows Žan tries zan. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
