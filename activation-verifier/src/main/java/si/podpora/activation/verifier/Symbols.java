package si.podpora.activation.verifier;

import java.util.Locale;

/**
 * The alphabet of installation codes and licence keys (Crockford's Base32: no I, L, O and U), and a check
 * symbol for a group of them. The check is a weighted sum over GF(32) with a weight of its own for every place
 * of the whole code, so that one wrong symbol, two symbols swapped within a group, and two groups swapped are
 * found.
 */
public final class Symbols {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** x^5 + x^2 + 1, irreducible over GF(2). */
    private static final int POLYNOMIAL = 0b100101;

    private static final int[] POWERS = powers();

    private Symbols() {}

    /** The symbol of a value from 0 to 31. */
    public static char of(int value) {
        return ALPHABET.charAt(value);
    }

    /**
     * The value of a symbol as people write it: small letters too, O for 0, I and L for 1.
     *
     * @return -1 if it is none
     */
    public static int value(char symbol) {
        return switch (symbol) {
            case 'O', 'o' -> 0;
            case 'I', 'i', 'L', 'l' -> 1;
            default -> ALPHABET.indexOf(String.valueOf(symbol).toUpperCase(Locale.ROOT));
        };
    }

    /**
     * The check symbol's value for one group.
     *
     * @param values the group's values without its check symbol
     * @param group which group of the code it is, from 0
     */
    public static int check(int[] values, int group) {
        // A group number of its own keeps two equal sums of swapped groups apart.
        int sum = POWERS[group % 31];
        for (int place = 0; place < values.length; place++) {
            sum ^= product(values[place], POWERS[(place + 1 + group) % 31]);
        }
        return sum;
    }

    private static int product(int a, int b) {
        int product = 0;
        for (int bit = 0; bit < 5; bit++) {
            if ((b >> bit & 1) == 1) {
                product ^= a << bit;
            }
        }
        for (int bit = 8; bit >= 5; bit--) {
            if ((product >> bit & 1) == 1) {
                product ^= POLYNOMIAL << bit - 5;
            }
        }
        return product;
    }

    private static int[] powers() {
        var powers = new int[31];
        int power = 1;
        for (int exponent = 0; exponent < powers.length; exponent++) {
            powers[exponent] = power;
            power = product(power, 2);
        }
        return powers;
    }
}
