package si.podpora.activation.example;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import si.podpora.activation.verifier.ActivationVerifier;
import si.podpora.activation.verifier.Hardware;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.ProgramVersion;
import si.podpora.activation.verifier.ReleaseFile;
import si.podpora.activation.verifier.RequestFile;
import si.podpora.activation.verifier.SigningKeys;
import si.podpora.activation.verifier.Verdict;

/**
 * Run with {@code code}, {@code request}, {@code check} or {@code release}. The machine's serial numbers stand in a file, so that
 * any machine can be played; a real program asks the operating system.
 */
public final class ExampleProgram {

    private static final String PRODUCT = "time-and-space";
    private static final ProgramVersion VERSION = ProgramVersion.of("8.4.2");

    /** When this version was released; a real program is built with its date. */
    private static final LocalDate RELEASED = LocalDate.of(2026, 3, 2);

    /** Exit code when the program would not run. */
    private static final int REFUSED = 1;

    /** Exit code when it was called wrongly. */
    private static final int MISUSED = 2;

    private static final Map<Verdict.Reason, String> REASONS = Map.of(
            Verdict.Reason.UNREADABLE, "this is no activation file",
            Verdict.Reason.UNKNOWN_KEY, "it was signed with a key that this version does not know",
            Verdict.Reason.FORGED, "the file was changed after it was issued",
            Verdict.Reason.OTHER_PRODUCT, "it is for another product",
            Verdict.Reason.OTHER_MACHINE, "it is for another machine",
            Verdict.Reason.EXPIRED, "its time has run out",
            Verdict.Reason.CLOCK, "the clock of this machine is wrong",
            Verdict.Reason.MAINTENANCE_ENDED, "this version was released after the maintenance had ended");

    private final PrintStream out;

    private ExampleProgram(PrintStream out) {
        this.out = out;
    }

    /** Arguments: what to do, the machine's file, and what that needs; see {@link #usage}. */
    public static void main(String[] arguments) throws IOException {
        System.exit(new ExampleProgram(System.out).run(arguments));
    }

    private int run(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            return usage();
        }
        var machine = machine(Path.of(arguments[1]));
        var code = new InstallationCode(VERSION, machine);
        if (arguments[0].equals("code") && arguments.length == 2) {
            out.println(code.text());
            return 0;
        }
        if (arguments[0].equals("request") && arguments.length == 2) {
            out.print(RequestFile.write(code));
            return 0;
        }
        if (arguments[0].equals("check") && arguments.length == 4) {
            return check(machine, text(arguments[2]), SigningKeys.ofJwks(text(arguments[3])));
        }
        if (arguments[0].equals("release") && arguments.length == 3) {
            return release(Path.of(arguments[2]));
        }
        return usage();
    }

    private int check(Hardware machine, String file, SigningKeys keys) {
        var verdict = new ActivationVerifier(keys, PRODUCT, RELEASED).check(file, machine, Instant.now());
        if (verdict instanceof Verdict.Accepted accepted) {
            var activation = accepted.activation();
            out.println("YES: activation " + activation.serialNumber() + " of " + activation.licensee() + ", "
                    + activation.edition() + ", " + activation.employees() + " employees, modules "
                    + String.join(", ", activation.modules()));
            return 0;
        }
        out.println("NO: " + REASONS.get(((Verdict.Refused) verdict).reason()));
        return REFUSED;
    }

    /** Gives the activation up: the file is deleted, the statement about it is shown. */
    private int release(Path file) throws IOException {
        var release = ReleaseFile.of(text(file.toString()));
        Files.delete(file);
        out.print(release.text());
        return 0;
    }

    private int usage() {
        out.println("code MACHINE                 shows the installation code");
        out.println("request MACHINE              shows the request file with it");
        out.println("check MACHINE FILE KEYS      says whether the program is activated");
        out.println("release MACHINE FILE         gives the activation up and shows the release file");
        return MISUSED;
    }

    private static Hardware machine(Path file) throws IOException {
        var machine = new Properties();
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            machine.load(lines);
        }
        return Hardware.of(
                machine.getProperty("board", ""), machine.getProperty("disk", ""), machine.getProperty("network", ""));
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }
}
