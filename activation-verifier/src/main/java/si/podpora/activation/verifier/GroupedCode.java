package si.podpora.activation.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * A code that people type: groups of six symbols, the last of each its check symbol, with hyphens between.
 * Whatever stands between the symbols is read over.
 */
public final class GroupedCode {

    /** Symbols of a group that carry something. */
    public static final int CARRYING = 5;

    private static final int GROUP = CARRYING + 1;

    private GroupedCode() {}

    /** The code of these values, whose number is a multiple of {@link #CARRYING}. */
    public static String write(int[] values) {
        var code = new StringJoiner("-");
        for (int from = 0; from < values.length; from += CARRYING) {
            var group = Arrays.copyOfRange(values, from, from + CARRYING);
            var text = new StringBuilder();
            for (int value : group) {
                text.append(Symbols.of(value));
            }
            code.add(text.append(Symbols.of(Symbols.check(group, from / CARRYING))));
        }
        return code.toString();
    }

    /**
     * Reads what somebody typed.
     *
     * @param groups how many groups the code has
     * @return the values without the check symbols
     * @throws MistypedCode naming the first place that is wrong
     */
    public static int[] read(String typed, int groups) throws MistypedCode {
        var symbols = symbols(typed);
        checkLengths(typed, groups);
        var values = new int[groups * CARRYING];
        for (int group = 0; group < groups; group++) {
            if (symbols.size() < (group + 1) * GROUP) {
                throw MistypedCode.tooShort(symbols.size(), groups * GROUP);
            }
            var carried = new int[CARRYING];
            for (int place = 0; place < CARRYING; place++) {
                carried[place] = symbols.get(group * GROUP + place);
            }
            if (Symbols.check(carried, group) != symbols.get(group * GROUP + CARRYING)) {
                throw MistypedCode.group(group + 1, text(symbols.subList(group * GROUP, (group + 1) * GROUP)));
            }
            System.arraycopy(carried, 0, values, group * CARRYING, CARRYING);
        }
        if (symbols.size() > groups * GROUP) {
            throw MistypedCode.tooLong(symbols.size(), groups * GROUP);
        }
        return values;
    }

    /** A symbol too few or too many is told with its group, as long as the hyphens show the groups. */
    private static void checkLengths(String typed, int groups) throws MistypedCode {
        var pieces = typed.strip().split("-", -1);
        for (int group = 0; group < groups && pieces.length == groups; group++) {
            var piece = symbols(pieces[group]);
            if (piece.size() != GROUP) {
                throw MistypedCode.group(group + 1, text(piece));
            }
        }
    }

    private static List<Integer> symbols(String typed) throws MistypedCode {
        var symbols = new ArrayList<Integer>();
        for (int at = 0; at < typed.length(); at++) {
            var symbol = typed.charAt(at);
            if (symbol == '-'
                    || symbol == '.'
                    || symbol == '\u2013'
                    || Character.isWhitespace(symbol)
                    || Character.isSpaceChar(symbol)) {
                continue;
            }
            var value = Symbols.value(symbol);
            if (value < 0) {
                throw MistypedCode.symbol(symbols.size() / GROUP + 1, String.valueOf(symbol));
            }
            symbols.add(value);
        }
        return symbols;
    }

    private static String text(List<Integer> symbols) {
        var text = new StringBuilder();
        symbols.forEach(value -> text.append(Symbols.of(value)));
        return text.toString();
    }
}
