package si.podpora.licences;

import java.security.SecureRandom;
import si.podpora.activation.verifier.GroupedCode;
import si.podpora.activation.verifier.MistypedCode;

/**
 * The key of a licence: 125 random bits in five groups of six symbols. Who has it may activate, so it is
 * never written whole into a log.
 *
 * @param text canonical: capitals, with hyphens
 */
public record LicenceKey(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUPS = 5;
    private static final int SYMBOLS = 32;

    static LicenceKey random() {
        var values = RANDOM.ints(GROUPS * GroupedCode.CARRYING, 0, SYMBOLS).toArray();
        return new LicenceKey(GroupedCode.write(values));
    }

    /**
     * Reads what somebody typed.
     *
     * @throws MistypedCode naming the place that is wrong
     */
    static LicenceKey read(String typed) throws MistypedCode {
        return new LicenceKey(GroupedCode.write(GroupedCode.read(typed, GROUPS)));
    }

    /** Enough to tell keys apart, too little to use one: the first and the last group. */
    public String masked() {
        return text.substring(0, text.indexOf('-')) + "-…-" + text.substring(text.lastIndexOf('-') + 1);
    }

    @Override
    public String toString() {
        return "LicenceKey[" + masked() + "]";
    }
}
