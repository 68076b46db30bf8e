package si.podpora.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The PostgreSQL that the portal starts itself, and how to connect to it. Its folder holds {@code server} (the data),
 * the passwords, the programs, PostgreSQL's log and the portal's lock.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    /** The application's role and database. */
    static final String NAME = "podpora";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FolderLock lock;
    private final PostgresServer server;
    private final int port;
    private final String password;

    private EmbeddedDatabase(FolderLock lock, PostgresServer server, int port, String password) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** @throws StartFailure whenever it does not come up */
    static EmbeddedDatabase start(Path folder) {
        return start(folder, folder, ServerSettings.ofThePortal()).requireDurable();
    }

    /** @param programs the folder that PostgreSQL's programs are unpacked in */
    static EmbeddedDatabase start(Path folder, Path programs, Map<String, String> settings) {
        Path real = writable(folder);
        Path realPrograms = writable(programs);
        FolderLock lock = lock(real);
        try {
            return start(lock, real, realPrograms, settings);
        } catch (IOException | SQLException e) {
            release(lock);
            throw StartFailure.unusable(e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedDatabase start(FolderLock lock, Path folder, Path programs, Map<String, String> settings)
            throws IOException, SQLException {
        Path directory = folder.resolve("server");
        Path log = folder.resolve("server.log");
        Secret superuser = new Secret(folder.resolve("postgres.password"));
        Secret owner = new Secret(folder.resolve(NAME + ".password"));
        PostgresBinaries binaries = PostgresBinaries.in(programs);
        PostgresServer server = new PostgresServer(binaries, directory, log);
        DatabaseSetUp setUp = new DatabaseSetUp(folder, binaries, log);
        if (Files.exists(directory)) {
            checkMajor(directory, binaries.major());
            server.running()
                    .ifPresent(left ->
                            LOG.info("A former portal left PostgreSQL running (process {}); stopping it", left.pid()));
        } else {
            LOG.info("Setting up PostgreSQL in {}", folder);
            setUp.run(directory, superuser, owner, settings);
        }
        setUp.deleteUnfinished();
        String password = owner.read();
        int port = server.start(settings);
        try {
            if (programs.equals(folder)) {
                binaries.deleteOthers();
            }
            LOG.info("PostgreSQL started on 127.0.0.1:{}, data in {}", Integer.toString(port), folder);
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
        return new EmbeddedDatabase(lock, server, port, password);
    }

    private static void checkMajor(Path directory, String wanted) throws IOException {
        Path file = directory.resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!found.equals(wanted)) {
            throw StartFailure.otherMajor(directory, found, wanted);
        }
    }

    /** @throws StartFailure unless everything acknowledged survives; the server is stopped then */
    EmbeddedDatabase requireDurable() {
        try {
            try (Connection connection = DriverManager.getConnection(getJdbcUrl(), NAME, password);
                    Statement statement = connection.createStatement()) {
                for (Map.Entry<String, String> setting : ServerSettings.DURABLE.entrySet()) {
                    String value = show(statement, setting.getKey());
                    if (!value.equals(setting.getValue())) {
                        throw StartFailure.notDurable(setting.getKey(), value);
                    }
                }
                return this;
            } catch (SQLException | RuntimeException e) {
                close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw StartFailure.unusable(e);
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Path writable(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(folder, Secret.onlyMine("rwx------"));
            }
            Files.delete(Files.createTempFile(folder, "write", ".check"));
            return folder.toRealPath();
        } catch (IOException e) {
            throw StartFailure.notWritable(folder, e);
        }
    }

    private static FolderLock lock(Path folder) {
        try {
            return FolderLock.take(folder);
        } catch (IOException e) {
            throw StartFailure.notWritable(folder, e);
        }
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of the database's folder could not be given back", e);
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(Integer.toString(port), database);
    }

    @Override
    public String getJdbcUrl() {
        return url(port, NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    int port() {
        return port;
    }

    /** Spring closes this bean after the pool that depends on it, and the pool after the web server. */
    @Override
    public void close() throws IOException {
        try {
            server.stop();
            LOG.info("PostgreSQL stopped");
        } finally {
            lock.close();
        }
    }
}
