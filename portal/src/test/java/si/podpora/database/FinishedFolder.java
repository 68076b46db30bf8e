package si.podpora.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every test has a copy of a folder in which an embedded database was set up and stopped. */
abstract class FinishedFolder {

    /** A folder that was set up and stopped; a copy of it spares most tests the first start. */
    @TempDir
    static Path finished;

    @TempDir
    Path empty;

    Path data;

    @BeforeAll
    static void setUp() throws Exception {
        start(finished).close();
    }

    @BeforeEach
    void copyFinished() throws Exception {
        data = empty.resolve("postgres");
        assertThat(new ProcessBuilder("cp", "-a", finished.toString(), data.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    EmbeddedDatabase start() {
        return start(data);
    }

    static EmbeddedDatabase start(Path folder) {
        return EmbeddedDatabase.start(folder, TestServer.HOME, ServerSettings.ofThePortal())
                .requireDurable();
    }

    Postmaster postmaster() throws IOException {
        return Postmaster.recordedIn(data.toRealPath().resolve("server")).orElseThrow();
    }

    static void sql(EmbeddedDatabase database, String sql) {
        client(database).sql(sql).update();
    }

    static String ask(EmbeddedDatabase database, String sql) {
        return client(database).sql(sql).query(String.class).single();
    }

    private static JdbcClient client(EmbeddedDatabase database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }
}
