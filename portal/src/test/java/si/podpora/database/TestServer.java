package si.podpora.database;

import static org.springframework.util.FileSystemUtils.deleteRecursively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** The PostgreSQL that the tests of one JVM share: not durable, therefore fast, and gone with the JVM. */
final class TestServer {

    /** Below the build's folder, so that its programs are unpacked once and a clean build clears all. */
    static final Path HOME = Path.of("target", "test-databases");

    private static final String TEMPLATE = "migrated";

    private static @Nullable TestServer shared;

    private final EmbeddedDatabase server;
    private final Path folder;
    private final String superuserPassword;
    private volatile boolean usedBySpring;
    private boolean templateMade;
    private int count;

    private TestServer(EmbeddedDatabase server, Path folder) throws IOException {
        this.server = server;
        this.folder = folder;
        this.superuserPassword = new Secret(folder.resolve("postgres.password")).read();
    }

    static synchronized TestServer shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static TestServer start() {
        try {
            Files.createDirectories(HOME);
            deleteWhatKilledTestsLeft();
            Path folder = Files.createTempDirectory(HOME, "run-");
            TestServer started = new TestServer(EmbeddedDatabase.start(folder, HOME, fast()), folder);
            SpringApplication.getShutdownHandlers().add(started::stop);
            Runtime.getRuntime().addShutdownHook(new Thread(started::stopUnlessSpringDoes));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fast() {
        Map<String, String> settings = new TreeMap<>(ServerSettings.ofThePortal());
        ServerSettings.DURABLE.keySet().forEach(name -> settings.put(name, "off"));
        settings.put("max_connections", "300");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        return settings;
    }

    private static void deleteWhatKilledTestsLeft() throws IOException {
        try (var runs = Files.newDirectoryStream(HOME, "run-*")) {
            for (Path run : runs) {
                try (FolderLock ignored = FolderLock.take(run)) {
                    Path directory = run.toRealPath().resolve("server");
                    new PostgresServer(PostgresBinaries.in(HOME), directory, run.resolve("server.log")).stop();
                    deleteRecursively(run);
                } catch (StartFailure inUse) {
                    continue;
                }
            }
        }
    }

    /** Spring Boot stops the server when all contexts of this JVM are closed; without a context it never would. */
    private void stopUnlessSpringDoes() {
        if (!usedBySpring) {
            stop();
        }
    }

    private void stop() {
        try {
            server.close();
            deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestDatabase migratedForSpring() {
        usedBySpring = true;
        return migrated();
    }

    synchronized TestDatabase empty() {
        return create("template1");
    }

    synchronized TestDatabase migrated() {
        if (!templateMade) {
            execute("CREATE DATABASE %s OWNER %s".formatted(TEMPLATE, EmbeddedDatabase.NAME));
            // The cast empties tables without asking foreign keys.
            execute("GRANT SET ON PARAMETER session_replication_role TO " + EmbeddedDatabase.NAME);
            Flyway.configure()
                    .dataSource(
                            EmbeddedDatabase.url(server.port(), TEMPLATE), server.getUsername(), server.getPassword())
                    .load()
                    .migrate();
            templateMade = true;
        }
        return create(TEMPLATE);
    }

    private TestDatabase create(String template) {
        String name = "test_" + ++count;
        execute("CREATE DATABASE %s OWNER %s TEMPLATE %s STRATEGY file_copy"
                .formatted(name, EmbeddedDatabase.NAME, template));
        return new TestDatabase(EmbeddedDatabase.url(server.port(), name), server.getUsername(), server.getPassword());
    }

    private void execute(String sql) {
        String url = EmbeddedDatabase.url(server.port(), "postgres");
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.SUPERUSER, superuserPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
