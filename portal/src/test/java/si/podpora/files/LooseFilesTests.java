package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import si.podpora.accounts.Actor;

/** A file that no case has taken yet is its uploader's alone. */
class LooseFilesTests extends StoredFilesTests {

    @Test
    void aLooseFileIsItsUploadersAlone() {
        cast.janez();
        cast.jana();
        cast.ana();
        var janez = as("janez");
        var answer = upload(janez, "Poročilo.pdf", Samples.pdf());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.page().select("input[name=attachments]").attr("value"))
                .isEqualTo(onlyFile().id().toString());
        assertThat(answer.page().text()).contains("Poročilo.pdf").contains("69 B");
        assertThat(onlyFile().path()).endsWith("/Poro%C4%8Dilo.pdf");
        assertThat(janez.get(onlyFile().path()).status()).isEqualTo(200);
        for (var other : List.of(as("jana"), as("ana"))) {
            var refused = other.get(onlyFile().path());
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.text())
                    .isEqualTo(other.get("/files/" + UUID.randomUUID() + "/x").text());
            assertThat(other.get("/files/" + onlyFile().id() + "/preview").status())
                    .isEqualTo(404);
        }
        assertThat(visitor().get(onlyFile().path()).location()).startsWith("/sign-in");
    }

    @Test
    void theUploaderTakesALooseFileBack() throws IOException {
        var janez = actor(cast.janez());
        var file = upload(janez, "slika.png", Samples.png(900, 600));
        cast.jana();
        assertThat(as("jana").post("/files/" + file.id() + "/removal").status()).isEqualTo(404);
        assertThat(stored()).hasSize(2);
        assertThat(as("janez").post("/files/" + file.id() + "/removal").status())
                .isEqualTo(204);
        assertThat(stored()).isEmpty();
        assertThat(rows()).isZero();

        var attached = upload(janez, "slika.png", Samples.png(900, 600));
        attach(janez, aCase(janez, 1), attached);
        assertThat(as("janez").post("/files/" + attached.id() + "/removal").status())
                .isEqualTo(404);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void aCaseTakesOnlyLooseFilesOfThePersonWhoSubmitsIt() {
        var janez = actor(cast.janez());
        var jana = actor(cast.jana());
        var foreign = upload(jana, "a.txt", Samples.text("x"));
        var own = upload(janez, "b.txt", Samples.text("x"));
        var theCase = aCase(janez, 1);
        assertThatExceptionOfType(FilesRefused.class)
                .isThrownBy(() -> attach(janez, theCase, own, foreign))
                .satisfies(refused -> assertThat(refused.problem().key()).isEqualTo("files.error.gone"));
        assertThat(attachments.ofCase(theCase).all()).isEmpty();

        attach(janez, theCase, own);
        assertThat(attachments.ofCase(theCase).withCase())
                .extracting(Attachment::name)
                .containsExactly("b.txt");
        assertThatExceptionOfType(FilesRefused.class).isThrownBy(() -> attach(janez, aCase(janez, 2), own));
    }

    @Test
    void twoAtOnceDoNotFillACaseBeyondItsLimit() throws Exception {
        var janez = actor(cast.janez());
        var theCase = aCase(janez, 1);
        var first = loose(janez, 60 * MB);
        var second = loose(janez, 60 * MB);
        var outcomes = atOnce(() -> attachIds(janez, theCase, first), () -> attachIds(janez, theCase, second));
        assertThat(outcomes).containsExactlyInAnyOrder("attached", "files.error.caseFull");
        assertThat(attachments.ofCase(theCase).all()).hasSize(1);
    }

    @Test
    void nobodyFillsTheDiskWithFilesThatAreNeverSubmitted() {
        var janez = actor(cast.janez());
        loose(janez, 120 * MB);
        upload(janez, "a.txt", Samples.text("x"));
        loose(janez, 80 * MB);
        assertThatExceptionOfType(FilesRefused.class)
                .isThrownBy(() -> attachments.upload(janez, "b.txt", new ByteArrayInputStream(Samples.text("x"))))
                .satisfies(refused -> assertThat(refused.problem().key()).isEqualTo("files.error.tooMuchLoose"));
        assertThat(upload(actor(cast.jana()), "c.txt", Samples.text("x"))).isNotNull();
    }

    private String attachIds(Actor me, long caseId, UUID id) {
        try {
            transactions.executeWithoutResult(status -> {
                attachments.attach(me, caseId, null, List.of(id));
                pause();
            });
            return "attached";
        } catch (FilesRefused refused) {
            return refused.problem().key();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> atOnce(Callable<String> first, Callable<String> second) throws Exception {
        var outcomes = new ArrayList<String>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : people.invokeAll(List.of(first, second))) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    /** A row without bytes; only its size counts. */
    private UUID loose(Actor me, long size) {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into attachment (id, uploader_id, name, media_type, size, sha256, created_at)
                values (:id, :me, 'x', 'text/plain', :size, ''::bytea, now())
                """).param("id", id).param("me", me.id()).param("size", size).update();
        return id;
    }

    private Attachment onlyFile() {
        return sql.sql("select " + Attachment.COLUMNS + " from attachment")
                .query(Attachment::of)
                .single();
    }
}
