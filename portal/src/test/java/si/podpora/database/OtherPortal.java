package si.podpora.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own with the embedded database of a folder, so that a test can kill it. */
final class OtherPortal implements AutoCloseable {

    static final String READY = "row committed";

    private final Process process;

    private OtherPortal(Process process) {
        this.process = process;
    }

    static OtherPortal on(Path folder) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new OtherPortal(new ProcessBuilder(
                        java.toString(),
                        "-Xmx128m",
                        "-Dlogging.level.root=OFF",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherPortal.class.getName(),
                        folder.toString(),
                        TestServer.HOME.toString())
                .redirectErrorStream(true)
                .start());
    }

    /** Everything that it printed until it was ready or ended. */
    String output() throws Exception {
        StringBuilder output = new StringBuilder();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append('\n');
            if (line.equals(READY)) {
                break;
            }
        }
        return output.toString();
    }

    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws Exception {
        return process.waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database;
        try {
            database =
                    EmbeddedDatabase.start(Path.of(arguments[0]), Path.of(arguments[1]), ServerSettings.ofThePortal());
        } catch (StartFailure failure) {
            System.out.println(failure.getMessage());
            System.exit(1);
            return;
        }
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
        for (String sql : List.of(
                "CREATE TABLE IF NOT EXISTS acknowledged (id int PRIMARY KEY)",
                "INSERT INTO acknowledged SELECT coalesce(max(id), 0) + 1 FROM acknowledged")) {
            jdbc.sql(sql).update();
        }
        System.out.println(READY);
        Thread.sleep(60_000);
    }
}
