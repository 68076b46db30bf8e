package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to nothing is removed, and what a crash left is put right. */
class CleanUpTests extends StoredFilesTests {

    @Autowired
    private LooseFiles looseFiles;

    @Autowired
    private CleanUp cleanUp;

    @Test
    void theCleanUpRemovesWhatWasNeverSubmitted() throws IOException {
        var janez = actor(cast.janez());
        var attached = upload(janez, "a.txt", Samples.text("x"));
        attach(janez, aCase(janez, 1), attached);
        upload(janez, "slika.png", Samples.png(900, 600));
        clock.forward(Duration.ofHours(23));
        var young = upload(janez, "c.txt", Samples.text("x"));
        cleanUp.run();
        assertThat(rows()).isEqualTo(3);

        clock.forward(Duration.ofHours(2));
        cleanUp.run();
        assertThat(stored())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(attached.id().toString(), young.id().toString());
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void whatADraftNamesStaysAsLongAsTheDraft() {
        var janez = actor(cast.janez());
        var named = upload(janez, "a.txt", Samples.text("x"));
        var forgotten = upload(janez, "b.txt", Samples.text("y"));
        looseFiles.keep(
                janez,
                List.of(named.id().toString(), forgotten.id().toString()),
                clock.instant().plus(Duration.ofDays(30)));
        looseFiles.release(janez, List.of(forgotten.id().toString()));

        clock.forward(Duration.ofDays(29));
        cleanUp.run();
        assertThat(attachments.find(named.id())).isPresent();
        assertThat(attachments.find(forgotten.id())).isEmpty();

        clock.forward(Duration.ofDays(2));
        cleanUp.run();
        assertThat(rows()).isZero();
    }

    @Test
    void nobodyKeepsAnothersFile() {
        var janas = upload(actor(cast.jana()), "a.txt", Samples.text("x"));
        looseFiles.keep(
                actor(cast.janez()),
                List.of(janas.id().toString(), "ni-kljuc"),
                clock.instant().plus(Duration.ofDays(30)));
        clock.forward(Duration.ofDays(2));
        cleanUp.run();
        assertThat(rows()).isZero();
    }

    @Test
    void theCleanUpFinishesWhatACrashInterrupted() throws IOException {
        var janez = actor(cast.janez());
        var committed = upload(janez, "a.txt", Samples.text("x"));
        var unsettled = Files.createDirectory(
                root().resolve("unsettled").resolve(committed.id().toString()));
        var half = Files.createDirectory(
                root().resolve("unsettled").resolve(UUID.randomUUID().toString()));
        Files.write(half.resolve("content"), new byte[100]);
        var moved = UUID.randomUUID();
        var movedFolder = Files.createDirectory(root().resolve("unsettled").resolve(moved.toString()));
        var movedTo = root().resolve(moved.toString().substring(0, 2))
                .resolve(moved.toString().substring(2, 4))
                .resolve(moved.toString());
        Files.createDirectories(movedTo.getParent());
        Files.write(movedTo, new byte[100]);
        for (var path : List.of(half.resolve("content"), half, unsettled, movedFolder)) {
            Files.setLastModifiedTime(path, FileTime.from(clock.instant().minus(Duration.ofMinutes(30))));
        }
        cleanUp.run();
        assertThat(stored()).hasSize(3);

        clock.forward(Duration.ofHours(1));
        cleanUp.run();
        assertThat(stored())
                .extracting(Path::getFileName)
                .containsExactly(Path.of(committed.id().toString()));
        assertThat(root().resolve("unsettled")).isEmptyDirectory();
        assertThat(as("janez").get(committed.path()).body()).isEqualTo("x");
    }
}
