package si.podpora.activation.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * What the program shows to be activated: its version and the machine, in seven groups of six symbols. The
 * last symbol of each group checks the group, the last group checks the whole.
 */
public record InstallationCode(ProgramVersion version, Hardware hardware) {

    /** Groups of the code. */
    public static final int GROUPS = 7;

    private static final int FORMAT = 1;
    private static final int VALUES = (GROUPS - 1) * GroupedCode.CARRYING;
    private static final int VALUES_OF_A_COMPONENT = Hardware.BITS / 5;
    private static final int FIRST_COMPONENT = 6;

    /** The code as it is shown. */
    public String text() {
        var values = new int[VALUES + GroupedCode.CARRYING];
        values[0] = FORMAT;
        put(values, 1, 5, (long) version.major() << 17 | (long) version.minor() << 9 | version.patch());
        for (int index = 0; index < Hardware.COMPONENTS; index++) {
            put(
                    values,
                    FIRST_COMPONENT + index * VALUES_OF_A_COMPONENT,
                    VALUES_OF_A_COMPONENT,
                    hardware.components().get(index));
        }
        put(values, VALUES, GroupedCode.CARRYING, sum(values));
        return GroupedCode.write(values);
    }

    /**
     * Reads a code as somebody typed or pasted it: small letters, O for 0, I and L for 1, any spaces.
     *
     * @throws MistypedCode naming the place that is wrong
     */
    public static InstallationCode read(String typed) throws MistypedCode {
        var values = GroupedCode.read(typed, GROUPS);
        if (take(values, VALUES, GroupedCode.CARRYING) != sum(values)) {
            throw MistypedCode.whole();
        }
        if (values[0] != FORMAT) {
            throw MistypedCode.format();
        }
        var version = take(values, 1, 5);
        var components = new ArrayList<Long>();
        for (int index = 0; index < Hardware.COMPONENTS; index++) {
            components.add(take(values, FIRST_COMPONENT + index * VALUES_OF_A_COMPONENT, VALUES_OF_A_COMPONENT));
        }
        return new InstallationCode(
                new ProgramVersion((int) (version >> 17), (int) (version >> 9 & 0xff), (int) (version & 0x1ff)),
                new Hardware(components));
    }

    /** 25 bits of SHA-256 over the values before it. */
    private static long sum(int[] values) {
        var text = new StringBuilder("installation|");
        Arrays.stream(values, 0, VALUES).forEach(value -> text.append(Symbols.of(value)));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.US_ASCII));
            return ((digest[0] & 0xffL) << 24
                            | (digest[1] & 0xffL) << 16
                            | (digest[2] & 0xffL) << 8
                            | digest[3] & 0xffL)
                    >>> 7;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static void put(int[] values, int from, int count, long bits) {
        for (int index = 0; index < count; index++) {
            values[from + index] = (int) (bits >>> 5 * (count - 1 - index) & 31);
        }
    }

    private static long take(int[] values, int from, int count) {
        long bits = 0;
        for (int index = 0; index < count; index++) {
            bits = bits << 5 | values[from + index];
        }
        return bits;
    }
}
