package si.podpora.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path into a folder of the portal's own. The library that brings them
 * would unpack into a world-writable temporary folder and starts the server without fsync and without a password, so
 * only its archive is used.
 */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final int OWNER_EXECUTES = 0100;

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** The programs in {@code folder}, unpacked now (some seconds) unless this very archive already is. */
    static PostgresBinaries in(Path folder) throws IOException {
        Path home = folder.resolve("binaries-" + digest());
        if (!Files.exists(home)) {
            LOG.info("Unpacking PostgreSQL");
            Path unfinished = Files.createTempDirectory(folder, "unpacking-");
            unpack(unfinished);
            try {
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.exists(home)) { // else another process unpacked it meanwhile
                    throw e;
                }
                FileSystemUtils.deleteRecursively(unfinished);
            }
        }
        return new PostgresBinaries(home);
    }

    /** Removes what earlier releases and broken starts unpacked. */
    void deleteOthers() throws IOException {
        try (var others = Files.newDirectoryStream(home.getParent(), "{binaries,unpacking}-*")) {
            for (Path other : others) {
                if (!other.equals(home)) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
    }

    /** For example 18. */
    String major() throws IOException {
        String version = run(List.of(program("postgres"), "--version")).succeeded("postgres --version");
        return version.replaceFirst("^\\D*(\\d+).*", "$1").strip();
    }

    /** Runs one of the programs to its end; as root without root's identity, which PostgreSQL refuses. */
    Outcome run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        } else if ("root".equals(System.getProperty("user.name"))) {
            throw StartFailure.root();
        }
        command.add(program(program));
        command.addAll(arguments);
        return run(command);
    }

    record Outcome(int exitCode, String output) {

        String succeeded(String command) {
            if (exitCode != 0) {
                throw StartFailure.command(command, complaint());
            }
            return output;
        }

        /** The line with the error among much that went well. */
        private String complaint() {
            return output.lines()
                    .filter(line -> line.contains("error:") || line.contains("FATAL:"))
                    .findFirst()
                    .orElse(output);
        }
    }

    private static Outcome run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", interrupted);
        }
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static InputStream archive() throws IOException {
        String name = System.getProperty("os.name");
        String system = name.startsWith("Mac") ? "Darwin" : name.startsWith("Windows") ? "Windows" : name;
        String hardware = System.getProperty("os.arch");
        try {
            return new BufferedInputStream(DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    system, "amd64".equals(hardware) ? "x86_64" : hardware));
        } catch (IllegalStateException missing) {
            throw StartFailure.noBinaries(system, hardware, missing);
        }
    }

    private static String digest() throws IOException {
        try (var digesting = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? path : Objects.requireNonNull(path.getParent()));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    if ((entry.getMode() & OWNER_EXECUTES) != 0
                            && !path.toFile().setExecutable(true)) {
                        throw new IOException("cannot make " + path + " executable");
                    }
                }
            }
        }
    }
}
