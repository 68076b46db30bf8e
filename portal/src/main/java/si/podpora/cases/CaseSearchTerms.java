package si.podpora.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody searches for, as text to cast to {@code tsquery}: every word, each as the beginning of a
 * word of the case; or the case's number in any spelling. It is made of letters and digits alone, so that
 * whatever is typed is searched for and nothing of it is understood as a query.
 *
 * @param words finds the cases
 * @param indexed finds them and perhaps more: without the words that are too short for the index of words,
 *     which would read every word that begins so; empty if none is left
 */
record CaseSearchTerms(String words, String indexed) {

    private static final int MOST_WORDS = 10;
    private static final int SHORTEST_INDEXED = 3;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    /** References and the like are found whole, too. */
    private static final Pattern WHOLE = Pattern.compile("[\\p{L}\\p{Nd}]+(?:[-/._@][\\p{L}\\p{Nd}]+)+");

    private static final Pattern MAY_BE_NUMBER = Pattern.compile("(?=.*[oil])(?:[0-9a-z]{6}|(?=.*[0-9])[0-9a-z]+)");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0+(?=[0-9]+$)");

    static CaseSearchTerms of(String typed) {
        return new CaseSearchTerms(query(typed, 1), query(typed, SHORTEST_INDEXED));
    }

    /** Whether there is anything to search for. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** As the words of a case are kept: without accents, in lower case. */
    static String plain(String text) {
        var plain = new StringBuilder();
        MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(letter -> {
                    switch (letter) {
                        case 'đ', 'ð' -> plain.append('d');
                        case 'ß' -> plain.append("ss");
                        case 'æ' -> plain.append("ae");
                        case 'œ' -> plain.append("oe");
                        case 'ø' -> plain.append('o');
                        case 'ł' -> plain.append('l');
                        case 'ħ' -> plain.append('h');
                        case 'ı' -> plain.append('i');
                        case 'ĳ' -> plain.append("ij");
                        case 'ŀ' -> plain.append('l');
                        case 'ŋ' -> plain.append('n');
                        case 'ĸ' -> plain.append('q');
                        case 'ſ' -> plain.append('s');
                        case 'þ' -> plain.append("th");
                        case 'ŧ' -> plain.append('t');
                        default -> plain.appendCodePoint(letter);
                    }
                });
        return plain.toString();
    }

    private static String query(String typed, int shortest) {
        var words = new ArrayList<String>();
        for (var piece : plain(typed).split("\\s+")) {
            var alternatives = alternatives(piece, shortest);
            if (!alternatives.isEmpty()) {
                words.add(
                        alternatives.size() == 1
                                ? alternatives.iterator().next()
                                : "(" + String.join(" | ", alternatives) + ")");
            }
        }
        var all = words.stream().limit(MOST_WORDS).collect(Collectors.joining(" & "));
        var number = all.isEmpty()
                ? List.<CaseNumber>of()
                : CaseNumber.parse(typed).stream().toList();
        return number.isEmpty()
                ? all
                : "(" + all + ") | " + lexeme(number.getFirst().key().toLowerCase(Locale.ROOT), false);
    }

    private static Set<String> alternatives(String piece, int shortest) {
        var alternatives = new LinkedHashSet<String>();
        var parts = List.of(NO_WORD.split(piece)).stream()
                .filter(part -> part.length() >= shortest)
                .limit(MOST_WORDS)
                .toList();
        if (parts.isEmpty()) {
            return alternatives;
        }
        var together = parts.stream().map(part -> lexeme(part, true)).collect(Collectors.joining(" & "));
        alternatives.add(parts.size() == 1 ? together : "(" + together + ")");
        if (WHOLE.matcher(piece).matches()) {
            alternatives.add(lexeme(piece, true));
            alternatives.add(lexeme(NO_WORD.matcher(piece).replaceAll(""), true));
        }
        if (MAY_BE_NUMBER.matcher(piece).matches()) {
            alternatives.add(lexeme(piece.replace('o', '0').replace('i', '1').replace('l', '1'), true));
        }
        var withoutZeros = LEADING_ZEROS.matcher(piece);
        if (withoutZeros.lookingAt()) {
            alternatives.add(lexeme(withoutZeros.replaceFirst(""), false));
        }
        return alternatives;
    }

    private static String lexeme(String word, boolean beginning) {
        return "'" + word + (beginning ? "':*" : "'");
    }
}
