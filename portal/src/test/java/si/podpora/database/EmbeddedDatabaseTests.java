package si.podpora.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTests extends FinishedFolder {

    @Test
    void keepsItsDataAndPasswordOverARestart() throws Exception {
        String password;
        try (EmbeddedDatabase database = start()) {
            password = database.getPassword();
            sql(database, "CREATE TABLE kept (word text)");
            sql(database, "INSERT INTO kept VALUES ('čebela')");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("čebela");
            assertThat(database.getPassword()).isEqualTo(password);
        }
    }

    @Test
    void isDurableDiscreetAndSpeaksSlovenian() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(database, "SHOW log_error_verbosity")).isEqualTo("terse");
            assertThat(ask(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");

            List.of("citext", "unaccent", "pg_trgm", "btree_gin")
                    .forEach(extension -> sql(database, "CREATE EXTENSION " + extension));
            assertThat(ask(database, "SELECT lower('ČŠŽ')")).isEqualTo("čšž");
            assertThat(ask(database, "SELECT 'ŠKODA'::citext = 'škoda'::citext"))
                    .isEqualTo("t");
            assertThat(ask(database, "SELECT array_length(show_trgm('šč'), 1)")).isEqualTo("3");
            assertThat(ask(database, "SELECT unaccent('čšž')")).isEqualTo("csz");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedDatabase database = start()) {
            for (String user : List.of("podpora", "postgres")) {
                for (String password : List.of("", "postgres", "podpora")) {
                    assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), user, password))
                            .as("%s with password '%s'", user, password)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("password");
                }
            }
            assertThat(Files.readString(data.resolve("server/pg_hba.conf")).lines())
                    .noneMatch(line -> !line.startsWith("#") && line.contains("trust"));
            for (String file : List.of("podpora.password", "postgres.password")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readAllLines(data.resolve("server/postmaster.pid")).get(4))
                    .as("folder of the Unix socket")
                    .isEmpty();
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();
            for (InetAddress other : others) {
                try (Socket socket = new Socket()) {
                    assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, database.port()), 1000))
                            .as("connection to %s", other)
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void doesNotLoseThePasswordSilently() throws Exception {
        Files.delete(data.resolve("podpora.password"));
        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("password file");
    }

    @Test
    void refusesAFolderThatAnotherPortalUses() throws Exception {
        try (EmbeddedDatabase database = start()) {
            try (OtherPortal second = OtherPortal.on(data)) {
                assertThat(second.output())
                        .isEqualTo(
                                "The data folder %s is in use by another running portal (process %d). Stop that one, or set another podpora.data-dir.\n"
                                        .formatted(
                                                data.toRealPath(),
                                                ProcessHandle.current().pid()));
                assertThat(second.exitCode()).isNotZero();
            }
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is in use by another running portal");
            assertThat(ask(database, "SELECT 1"))
                    .as("the first is not disturbed")
                    .isEqualTo("1");
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        Files.writeString(data.resolve("server/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PostgreSQL 17, this portal brings PostgreSQL 18");
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> start(file.resolve("postgres")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refusesToRunWithoutDurability() {
        Map<String, String> settings = new HashMap<>(ServerSettings.ofThePortal());
        settings.put("synchronous_commit", "off");
        EmbeddedDatabase database = EmbeddedDatabase.start(data, TestServer.HOME, settings);
        assertThatThrownBy(database::requireDurable)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("synchronous_commit=off");
        assertThat(data.resolve("server/postmaster.pid")).doesNotExist();
    }
}
