package si.podpora.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL data directory and the server on it. */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** After a crash the server replays its log before it answers; that is much work on a slow disk. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 4;
    private static final long LOG_LIMIT_BYTES = 1_000_000;

    private final PostgresBinaries binaries;
    private final Path directory;
    private final Path log;

    /** @param directory absolute, without symbolic links: a running server is recognised by it */
    PostgresServer(PostgresBinaries binaries, Path directory, Path log) {
        this.binaries = binaries;
        this.directory = directory;
        this.log = log;
    }

    /** Makes the data directory; from the first moment on nobody gets in without the password. */
    void initialise(Secret superuser) throws IOException {
        PostgresBinaries.Outcome outcome = initdb("C.UTF-8", superuser);
        if (outcome.exitCode() != 0 && outcome.output().contains("invalid locale name")) {
            outcome = initdb("C", superuser);
        }
        outcome.succeeded("initdb");
    }

    /**
     * The built-in provider sorts and folds case alike on every machine and never changes under an index, as the
     * operating system's collations do. The character classes of pg_trgm still ask the system: without a UTF-8 locale
     * it would drop every č, š and ž.
     */
    private PostgresBinaries.Outcome initdb(String characterClasses, Secret superuser) throws IOException {
        return binaries.run(
                "initdb",
                List.of(
                        "--pgdata=" + directory,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + superuser.file(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--lc-ctype=" + characterClasses,
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--text-search-config=simple"));
    }

    /** Starts the server and waits until it answers; returns its port on the loopback interface. */
    int start(Map<String, String> settings) throws IOException {
        rotateLog();
        for (int attempt = 1; ; attempt++) {
            stop();
            int port = freePort();
            long begin = System.nanoTime();
            PostgresBinaries.Outcome outcome = binaries.run("pg_ctl", startCommand(port, settings));
            if (outcome.exitCode() == 0) {
                return port;
            }
            if (System.nanoTime() - begin >= PATIENCE.toNanos()) {
                throw StartFailure.recovering(log, PATIENCE.toMinutes());
            }
            // Somebody took the port in between, the last processes of a killed server are still leaving, or the
            // server that a killed portal had begun to start came first and is stopped in the next round.
            if (attempt == ATTEMPTS) {
                throw StartFailure.command("start", lastWordsOfLog());
            }
            pause(Duration.ofSeconds(attempt));
        }
    }

    private List<String> startCommand(int port, Map<String, String> settings) {
        StringBuilder options = new StringBuilder("-p " + port);
        settings.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        return List.of(
                "start",
                "--pgdata=" + directory,
                "--log=" + log,
                "--options=" + options,
                "--wait",
                "--timeout=" + PATIENCE.toSeconds());
    }

    /** Stops the server of this directory, whoever started it, and waits for its end; nothing to do if none runs. */
    void stop() throws IOException {
        Optional<Postmaster> recorded = Postmaster.recordedIn(directory);
        if (recorded.isEmpty()) {
            return;
        }
        Postmaster postmaster = recorded.get();
        if (postmaster.running()) {
            LOG.debug("Stopping PostgreSQL, process {}", postmaster.pid());
            PostgresBinaries.Outcome outcome = binaries.run(
                    "pg_ctl",
                    List.of(
                            "stop",
                            "--pgdata=" + directory,
                            "--mode=fast",
                            "--wait",
                            "--timeout=" + PATIENCE.toSeconds()));
            if (outcome.exitCode() != 0 && postmaster.running()) {
                LOG.error("pg_ctl stop: {}", outcome.output().strip());
                throw StartFailure.doesNotStop(postmaster.pid(), directory);
            }
        } else if (postmaster.aliveAsAnything()) {
            // PostgreSQL would take the stranger for its server and refuse to start; a dead number it clears itself.
            LOG.info("Process {} is not the database of {}; its stale lock is removed", postmaster.pid(), directory);
            Files.deleteIfExists(Postmaster.fileIn(directory));
        }
    }

    Optional<Postmaster> running() throws IOException {
        return Postmaster.recordedIn(directory).filter(Postmaster::running);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastWordsOfLog() throws IOException {
        if (!Files.exists(log)) {
            return "see " + log;
        }
        List<String> complaints = new ArrayList<>(Files.readAllLines(log));
        complaints.removeIf(line -> !line.contains("FATAL:") && !line.contains("PANIC:"));
        return complaints.isEmpty() ? "see " + log : complaints.getLast();
    }

    private static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", interrupted);
        }
    }
}
