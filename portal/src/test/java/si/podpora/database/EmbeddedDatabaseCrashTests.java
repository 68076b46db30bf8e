package si.podpora.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseCrashTests extends FinishedFolder {

    @Test
    void hasEverythingThatWasAcknowledgedAfterThePortalWasKilled() throws Exception {
        try (OtherPortal portal = OtherPortal.on(data)) {
            assertThat(portal.output()).contains(OtherPortal.READY);
            portal.kill();
        }
        assertThat(postmaster().running()).as("the server outlives the portal").isTrue();
        long left = postmaster().pid();
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT count(*) FROM acknowledged")).isEqualTo("1");
            assertThat(postmaster().pid()).isNotEqualTo(left);
        }
    }

    @Test
    void recoversWhenTheServerWasKilledToo() throws Exception {
        try (OtherPortal portal = OtherPortal.on(data)) {
            assertThat(portal.output()).contains(OtherPortal.READY);
            ProcessHandle.of(postmaster().pid()).orElseThrow().destroyForcibly();
            portal.kill();
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT count(*) FROM acknowledged")).isEqualTo("1");
        }
    }

    @Test
    void doesNotTakeAStrangerForItsServer() throws Exception {
        Files.writeString(
                data.resolve("server/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("server") + "\n1\n5432\n");
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void makesAHalfMadeFolderAnew() throws Exception {
        data = empty;
        Files.createDirectories(data.resolve("unfinished-1/base"));
        Files.writeString(data.resolve("unfinished-1/PG_VERSION"), "18\n");
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(data.resolve("unfinished-1")).doesNotExist();
    }
}
