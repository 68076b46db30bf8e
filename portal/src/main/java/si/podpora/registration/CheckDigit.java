package si.podpora.registration;

/**
 * The check-digit rules of tax numbers; each takes the whole number, digits only, its last digit being the check.
 *
 * <p>Where a law is not named, the source is the collection python-stdnum, checked against published numbers in the
 * tests.
 */
final class CheckDigit {

    private CheckDigit() {}

    /**
     * ISO 7064 MOD 11,10, which finds every wrong digit. Croatia: OIB, Pravilnik o osobnom identifikacijskom broju, NN
     * 1/2009. Germany: USt-IdNr., python-stdnum {@code de.vat}. Serbia: PIB, python-stdnum {@code rs.pib}.
     */
    static boolean mod1110(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == last(number);
    }

    /**
     * Slovenia: davčna številka, weights 8 to 2 modulo 11. A check of 10 is written 0, numbers with a check of 11 are
     * not given out, nor any that begin with 0; so every wrong digit is found. python-stdnum {@code si.ddv}.
     */
    static boolean slovenian(String number) {
        int check = 11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return number.charAt(0) != '0' && check != 11 && check % 10 == last(number);
    }

    /**
     * Weights falling to 2 modulo 11, as in the JMBG of 1976; checks of 10 and 11 are both written 0, so a wrong digit
     * that turns the one into the other is not found. North Macedonia: EDB, python-stdnum {@code mk.edb}. Montenegro:
     * PIB, python-stdnum {@code me.pib}. Bosnia and Herzegovina: JIB, whose form is set by the Pravilnik o
     * dodjeljivanju identifikacionih brojeva, Službene novine FBiH 69/17; numbers of both entities keep this rule.
     */
    static boolean yugoslav(String number) {
        int sum = number.length() == 8
                ? weighted(number, 8, 7, 6, 5, 4, 3, 2)
                : weighted(number, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
        return (11 - sum % 11) % 11 % 10 == last(number);
    }

    /** Austria: UID, the second, fourth and sixth digit doubled and 4 added. python-stdnum {@code at.uid}. */
    static boolean austrian(String number) {
        return (luhnSum(number.substring(0, 7)) + 4 + last(number)) % 10 == 0;
    }

    /** Italy: partita IVA, the Luhn rule of decreto ministeriale 23 dicembre 1976. */
    static boolean luhn(String number) {
        return luhnSum(number) % 10 == 0;
    }

    /** Hungary: adószám, weights 9, 7, 3, 1 modulo 10. python-stdnum {@code hu.anum}. */
    static boolean hungarian(String number) {
        return (10 - weighted(number, 9, 7, 3, 1, 9, 7, 3) % 10) % 10 == last(number);
    }

    private static int luhnSum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            boolean doubled = (number.length() - i) % 2 == 0;
            int value = doubled ? 2 * digit(number, i) : digit(number, i);
            sum += value > 9 ? value - 9 : value;
        }
        return sum;
    }

    private static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    private static int last(String number) {
        return digit(number, number.length() - 1);
    }

    private static int digit(String number, int index) {
        return number.charAt(index) - '0';
    }
}
