package si.podpora.activation.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The hashes of a machine's three components: 40 bits of each, enough to tell machines of one customer apart
 * and too few to find out a serial number.
 *
 * @param components three values of 40 bits: main board, disk, network
 */
public record Hardware(List<Long> components) {

    /** How many components a machine is known by. */
    public static final int COMPONENTS = 3;

    static final int BITS = 40;
    private static final List<String> NAMES = List.of("board", "disk", "network");

    public Hardware {
        components = List.copyOf(components);
        if (components.size() != COMPONENTS
                || components.stream().anyMatch(value -> value < 0 || value >>> BITS != 0)) {
            throw new IllegalArgumentException("Three hashes of 40 bits are needed");
        }
    }

    /**
     * Hashes what the operating system says of the components; case and outer spaces do not matter.
     *
     * @param board serial number of the main board
     * @param disk serial number of the system disk
     * @param network address of the first network card
     */
    public static Hardware of(String board, String disk, String network) {
        var given = List.of(board, disk, network);
        var hashes = new ArrayList<Long>();
        for (int index = 0; index < COMPONENTS; index++) {
            hashes.add(hash(NAMES.get(index), given.get(index)));
        }
        return new Hardware(hashes);
    }

    /** How many components are the same as in another machine. */
    public int same(Hardware other) {
        int same = 0;
        for (int index = 0; index < COMPONENTS; index++) {
            if (components.get(index).equals(other.components.get(index))) {
                same++;
            }
        }
        return same;
    }

    /** The hashes as ten hexadecimal digits each, as they stand in the activation. */
    public List<String> texts() {
        return components.stream()
                .map(value -> String.format(Locale.ROOT, "%010x", value))
                .toList();
    }

    /**
     * Reads {@link #texts}.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static Hardware ofTexts(List<String> texts) {
        return new Hardware(texts.stream().map(text -> Long.parseLong(text, 16)).toList());
    }

    private static long hash(String name, String given) {
        try {
            var text = "time-and-space|" + name + "|" + given.strip().toUpperCase(Locale.ROOT);
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long hash = 0;
            for (int index = 0; index < BITS / 8; index++) {
                hash = hash << 8 | digest[index] & 0xff;
            }
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
