package si.podpora.database;

import static org.springframework.util.FileSystemUtils.deleteRecursively;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The very first start. Everything is made in a folder {@code unfinished-…}, which gets its real name in one step when
 * it is complete; what a crash left half-made is thus known by its name, and finished data are never taken for
 * half-made ones. Each attempt has a folder of its own, for a killed portal's initdb may still be at work in the last.
 */
final class DatabaseSetUp {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSetUp.class);
    private static final String UNFINISHED = "unfinished-";

    private final Path folder;
    private final PostgresBinaries binaries;
    private final Path log;

    DatabaseSetUp(Path folder, PostgresBinaries binaries, Path log) {
        this.folder = folder;
        this.binaries = binaries;
        this.log = log;
    }

    void run(Path directory, Secret superuser, Secret owner, Map<String, String> settings)
            throws IOException, SQLException {
        deleteUnfinished();
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        PostgresServer server = new PostgresServer(binaries, unfinished, log);
        superuser.createIfMissing();
        owner.createIfMissing();
        server.initialise(superuser);
        int port = server.start(settings);
        try {
            createDatabase(port, superuser.read(), owner.read());
        } finally {
            server.stop();
        }
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        makeDurable(folder);
    }

    /** Stops and removes what broken attempts left; what still grows under our hands goes at the next start. */
    void deleteUnfinished() throws IOException {
        try (var attempts = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path attempt : attempts) {
                try {
                    new PostgresServer(binaries, attempt, log).stop();
                    deleteRecursively(attempt);
                } catch (IOException e) {
                    LOG.info("{} could not be removed yet: {}", attempt, e.toString());
                }
            }
        }
    }

    private static void createDatabase(int port, String superuserPassword, String ownerPassword) throws SQLException {
        String url = EmbeddedDatabase.url(port, "postgres");
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.SUPERUSER, superuserPassword);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + EmbeddedDatabase.NAME + " LOGIN");
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(EmbeddedDatabase.NAME, ownerPassword.toCharArray(), "scram-sha-256");
            statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(EmbeddedDatabase.NAME));
        }
    }

    /** Were the new name lost with the power, the next start would make the folder anew. */
    private static void makeDurable(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
