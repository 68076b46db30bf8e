package si.podpora.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartTests {

    @TempDir
    Path data;

    @Test
    void startsItsOwnServerAndStopsItLast(CapturedOutput output) throws Exception {
        Files.createDirectory(data.resolve("postgres"));
        TestDatabase.empty(); // has unpacked the programs
        copy(TestServer.HOME.resolve("."), data.resolve("postgres"));
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Ljubljana"));
        try (ConfigurableApplicationContext portal = run("podpora.data-dir=" + data)) {
            assertThat(ask(portal, "SELECT current_user")).isEqualTo("podpora");
            assertThat(ask(portal, "SHOW timezone")).isEqualTo("UTC");
            assertThat(ask(portal, "SHOW fsync")).isEqualTo("on");
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(output.toString().lines())
                .filteredOn(line -> line.contains("Shutdown completed") || line.contains("PostgreSQL stopped"))
                .satisfiesExactly(
                        pool -> assertThat(pool).contains("HikariPool"),
                        server -> assertThat(server).contains("PostgreSQL stopped"));
        assertThat(data.resolve("postgres/server/postmaster.pid")).doesNotExist();
    }

    @Test
    void usesTheOperatorsDatabaseWhenGiven() {
        TestDatabase given = TestDatabase.empty();
        try (ConfigurableApplicationContext portal = run(at(given.url(), given.user(), given.password()))) {
            assertThat(portal.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
            assertThat(given.url()).endsWith("/" + ask(portal, "SELECT current_database()"));
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void saysInOneLineThatTheDatabaseIsGone(CapturedOutput output) {
        assertOneLine(output, "127.0.0.1:1/gone cannot be reached", at("jdbc:postgresql://127.0.0.1:1/gone", "a", "b"));
    }

    @Test
    void saysInOneLineThatThePasswordIsWrong(CapturedOutput output) {
        TestDatabase given = TestDatabase.empty();
        assertOneLine(output, "refuses the user podpora", at(given.url(), given.user(), "wrong"));
        assertThat(output).doesNotContain("wrong");
    }

    @Test
    void saysInOneLineThatThereIsNoSuchDatabase(CapturedOutput output) {
        TestDatabase given = TestDatabase.empty();
        assertOneLine(output, "does not exist", at(given.url() + "_no", given.user(), given.password()));
    }

    @Test
    void saysInOneLineThatItIsNotPostgres(CapturedOutput output) {
        assertOneLine(output, "must begin with jdbc:postgresql:", at("jdbc:mysql://127.0.0.1/x", "a", "b"));
    }

    @Test
    void saysInOneLineThatTheDatabaseIsTooOld(CapturedOutput output) {
        TestDatabase given = TestDatabase.empty();
        String[] properties = at(given.url(), given.user(), given.password());
        assertOneLine(output, "is PostgreSQL 18.6; the portal needs 99 or newer", FromTheFuture.class, properties);
    }

    @Test
    void saysInOneLineThatTheFolderCannotBeWritten(CapturedOutput output) throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        assertOneLine(output, "cannot be written", "podpora.data-dir=" + file);
    }

    @Test
    void saysInOneLineThatAMigrationFailed(CapturedOutput output) {
        TestDatabase given = TestDatabase.empty();
        String[] properties = at(given.url(), given.user(), given.password());
        properties[0] = "spring.flyway.locations=classpath:si/podpora/database";
        assertOneLine(output, "type \"nonsense\" does not exist", properties);
    }

    @Test
    void saysInOneLineThatThePortIsTaken(CapturedOutput output) throws Exception {
        TestDatabase given = TestDatabase.empty();
        String[] properties = at(given.url(), given.user(), given.password());
        try (ServerSocket other = new ServerSocket(0)) {
            properties[0] = "server.port=" + other.getLocalPort();
            assertOneLine(output, "Port " + other.getLocalPort() + " is already in use", properties);
        }
    }

    private static void assertOneLine(CapturedOutput output, String words, String... properties) {
        assertOneLine(output, words, null, properties);
    }

    private static void assertOneLine(
            CapturedOutput output, String words, @Nullable Class<?> more, String... properties) {
        assertThatThrownBy(() -> run(more, properties)).isInstanceOf(RuntimeException.class);
        assertThat(output.toString().lines())
                .filteredOn(line -> !line.contains(" INFO ") && !line.contains(" o.f."))
                .singleElement()
                .asString()
                .contains("ERROR", "The portal did not start. ", words);
    }

    private static ConfigurableApplicationContext run(String... properties) {
        return run(null, properties);
    }

    private static ConfigurableApplicationContext run(@Nullable Class<?> more, String... properties) {
        Class<?>[] sources = Stream.of(SmallPortal.class, more)
                .filter(source -> source != null)
                .toArray(Class<?>[]::new);
        return new SpringApplicationBuilder(sources)
                .properties("server.port=0", "spring.flyway.locations=classpath:none")
                .run(Stream.of(properties).map(property -> "--" + property).toArray(String[]::new));
    }

    private static String[] at(String url, String user, String password) {
        return new String[] {
            "spring.main.banner-mode=off",
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + user,
            "spring.datasource.password=" + password
        };
    }

    private static String ask(ConfigurableApplicationContext portal, String sql) {
        return portal.getBean(JdbcClient.class).sql(sql).query(String.class).single();
    }

    private static void copy(Path programs, Path target) throws Exception {
        try (var folders = Files.newDirectoryStream(programs, "binaries-*")) {
            for (Path folder : folders) {
                assertThat(new ProcessBuilder("cp", "-a", folder.toString(), target.toString())
                                .start()
                                .waitFor())
                        .isZero();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class
    })
    static class SmallPortal {}

    @Configuration(proxyBeanMethods = false)
    static class FromTheFuture {

        @Bean
        static DatabaseCheck stricterCheck() {
            return new DatabaseCheck(99);
        }
    }
}
