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

/**
 * The very first start. Everything is made in {@code server.unfinished}, which gets its real name in one step when it
 * is complete; what a crash left half-made is thus known by its name and made anew, and finished data are never taken
 * for half-made ones.
 */
final class DatabaseSetUp {

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
        Path unfinished = folder.resolve("server.unfinished");
        PostgresServer server = new PostgresServer(binaries, unfinished, log);
        server.stop();
        deleteRecursively(unfinished);

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
