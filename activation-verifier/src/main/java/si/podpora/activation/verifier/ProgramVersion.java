package si.podpora.activation.verifier;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The version of a program.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param patch 0 to 511
 */
public record ProgramVersion(int major, int minor, int patch) implements Comparable<ProgramVersion> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");
    private static final Comparator<ProgramVersion> ORDER = Comparator.comparingInt(ProgramVersion::major)
            .thenComparingInt(ProgramVersion::minor)
            .thenComparingInt(ProgramVersion::patch);

    public ProgramVersion {
        if (major < 0 || major > 255 || minor < 0 || minor > 255 || patch < 0 || patch > 511) {
            throw new IllegalArgumentException("No version: " + major + "." + minor + "." + patch);
        }
    }

    /**
     * Reads {@code 8.4} or {@code 8.4.12}.
     *
     * @throws IllegalArgumentException if it is no version
     */
    public static ProgramVersion of(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No version: " + text);
        }
        var patch = matcher.group(3);
        return new ProgramVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
    }

    @Override
    public int compareTo(ProgramVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
