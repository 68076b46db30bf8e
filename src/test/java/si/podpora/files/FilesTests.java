package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import si.podpora.Multipart;
import si.podpora.PortalTests;
import si.podpora.Visitor;
import si.podpora.accounts.Actor;
import si.podpora.web.PodporaProperties;

/** Files from the browser to the disk and back. */
@Import(FilesStage.class)
class FilesTests extends PortalTests {

    private static final int MB = 1024 * 1024;

    @Autowired
    private Attachments attachments;

    @Autowired
    private CleanUp cleanUp;

    @Autowired
    private FilesStage.Readers readers;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private PodporaProperties settings;

    @LocalServerPort
    private int serverPort;

    @BeforeEach
    void emptyTheStore() throws IOException {
        readers.admitted.clear();
        for (var file : stored()) {
            Files.delete(file);
        }
    }

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
    void anAttachedFileIsReadByWhomItsFeatureAdmits() {
        var janez = actor(cast.janez());
        var file = upload(janez, "slika.png", Samples.png(900, 600));
        attach(janez, aCase(janez, 1), file);
        cast.boris();
        assertThat(as("janez").get(file.path()).status()).isEqualTo(200);
        assertThat(as("boris").get(file.path()).status()).isEqualTo(404);

        readers.admitted.add(cast.boris());
        assertThat(as("boris").get(file.path()).status()).isEqualTo(200);
        assertThat(as("boris").get(file.previewPath()).status()).isEqualTo(200);
    }

    @Test
    void aFileIsServedAsADownloadThatNothingRunsIn() {
        var janez = actor(cast.janez());
        var file = upload(janez, "Načrt \"A\".svg", Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        var browser = as("janez");
        var answer = browser.get(file.path());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        assertThat(answer.headers().get("content-type")).containsExactly("application/octet-stream");
        assertThat(answer.headers().get("content-disposition"))
                .containsExactly("attachment; filename=\"Na_rt _A_.svg\"; filename*=UTF-8''Na%C4%8Drt%20_A_.svg");
        assertThat(answer.headers().get("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.headers().get("content-security-policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers().get("cache-control")).containsExactly("no-cache, private");
        assertThat(answer.headers().get("accept-ranges")).containsExactly("bytes");
        assertThat(answer.headers().get("content-length")).containsExactly("41");

        var part = browser.send(browser.request(file.path()).header("Range", "bytes=1-3"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("svg");
        assertThat(part.header("content-range")).isEqualTo("bytes 1-3/41");
        assertThat(part.headers().get("content-security-policy")).containsExactly("default-src 'none'; sandbox");

        var again = browser.send(browser.request(file.path()).header("If-None-Match", answer.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void aPictureHasASmallPictureOfItself() {
        var janez = actor(cast.janez());
        var picture = upload(janez, "slika.jpg", Samples.jpeg(1600, 800));
        var none = upload(janez, "racun.pdf", Samples.pdf());
        assertThat(picture.preview()).isEqualTo(new Attachment.Preview("image/jpeg", 320, 160));
        var answer = as("janez").get(picture.previewPath());

        assertThat(answer.headers().get("content-type")).containsExactly("image/jpeg");
        assertThat(answer.headers().get("content-security-policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers().get("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.header("cache-control")).isEqualTo("max-age=3600, private");
        assertThat(as("janez").get(none.previewPath()).status()).isEqualTo(404);
    }

    @Test
    void refusalsTellTheReasonInTheReadersLanguage() throws IOException {
        cast.janez();
        cast.boris();
        var slovenian = upload(as("janez"), "slika.jpg", Samples.exe());
        assertThat(slovenian.status()).isEqualTo(422);
        assertThat(slovenian.body()).contains("Datoteke »slika.jpg« ne sprejmemo, ker je v njej program");

        assertThat(upload(as("boris"), "..\\zagon.bat", Samples.text("dir")).body())
                .contains("The file “zagon.bat” is not accepted because it is a program or a script.");
        assertThat(upload(as("boris"), "<b>.txt", new byte[0]).body()).contains("The file “_b_.txt” is empty.");
        assertThat(upload(as("boris"), "velika.txt", new byte[26 * MB]).body())
                .contains("A file may have at most 25 MB.");
        assertThat(stored()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void noMoreIsReadThanIsTaken() throws IOException {
        var janez = actor(cast.janez());
        var endless = new InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }

            @Override
            public int read(byte[] to, int from, int most) {
                Arrays.fill(to, from, from + most, (byte) 'a');
                given += most;
                return most;
            }
        };
        assertThatExceptionOfType(FilesRefused.class)
                .isThrownBy(() -> attachments.upload(janez, "a.txt", endless))
                .satisfies(refused -> assertThat(refused.problem().key()).isEqualTo("files.error.tooLarge"));
        assertThat(endless.given).isLessThan(26 * MB);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aBrokenUploadLeavesNothingBehind() throws Exception {
        cast.janez();
        var browser = as("janez");
        var token = browser.csrf();
        try (var socket = new Socket("localhost", serverPort)) {
            var out = socket.getOutputStream();
            out.write(
                    ("POST /files?name=a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                                    + "Content-Length: 1000000\r\nX-XSRF-TOKEN: " + token
                                    + "\r\nCookie: podpora-session="
                                    + browser.cookie("podpora-session") + "; podpora-form="
                                    + browser.cookie("podpora-form")
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[300_000]);
            out.flush();
            await(() -> !stored().isEmpty());
        }
        await(() -> stored().isEmpty());
        assertThat(rows()).isZero();
    }

    @Test
    void theNameLeadsNowhere() throws IOException {
        var janez = actor(cast.janez());
        var file = upload(janez, "../../../../etc/cron.d/x.txt", Samples.text("x"));
        assertThat(file.name()).isEqualTo("x.txt");
        assertThat(stored())
                .containsExactly(root().resolve(file.id().toString().substring(0, 2))
                        .resolve(file.id().toString().substring(2, 4))
                        .resolve(file.id().toString()));
        assertThat(sql.sql("select encode(sha256, 'hex') from attachment")
                        .query(String.class)
                        .single())
                .isEqualTo("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
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

    @Test
    void withoutJavaScriptNothingIsLostByAFileThatIsTooLarge() {
        cast.janez();
        var browser = as("janez");
        var page = browser.get("/letters");
        var answer = browser.send(new Multipart()
                .field("_csrf", page.page().select("input[name=_csrf]").attr("value"))
                .field("words", "Terminal ne odpira vrat, čšž.")
                .file("slika.png", Samples.png(60, 40))
                .file("film.mp4", new byte[30 * MB])
                .file("", new byte[0])
                .on(browser.request("/letters")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().expectFirst("textarea").text()).isEqualTo("Terminal ne odpira vrat, čšž.");
        assertThat(answer.page().select("#problems a[href=#files]").eachText())
                .containsExactly("Datoteka »film.mp4« je prevelika. Največja dovoljena velikost je 25 MB.");
        var kept = answer.page().select("input[name=attachments]");
        assertThat(kept.hasAttr("checked")).isTrue();
        assertThat(answer.page().select("label:has(input[name=attachments])").text())
                .isEqualTo("slika.png");
        assertThat(answer.page().select("#files").attr("aria-describedby")).isEqualTo("files-error files-help");

        var again = browser.send(new Multipart()
                .field("_csrf", answer.page().select("input[name=_csrf]").attr("value"))
                .field("words", "Brez filma.")
                .field("attachments", kept.attr("value"))
                .on(browser.request("/letters")));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.page().select("input[name=attachments]")).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aFormBeyondAllLimitsIsAnsweredWithAPageThatSaysSo() {
        cast.janez();
        var browser = as("janez");
        var page = browser.get("/letters");
        var answer = browser.send(new Multipart()
                .field("_csrf", page.page().select("input[name=_csrf]").attr("value"))
                .field("words", "Veliko")
                .file("film.mp4", new byte[140 * MB])
                .on(browser.request("/letters")));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("prevelika");
    }

    private static Visitor.Answer upload(Visitor browser, String name, byte[] content) {
        return browser.send(browser.request("/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .header("X-XSRF-TOKEN", browser.csrf())
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private Attachment upload(Actor me, String name, byte[] content) {
        try {
            return attachments.upload(me, name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void attach(Actor me, long caseId, Attachment... files) {
        var ids = Arrays.stream(files).map(Attachment::id).toList();
        transactions.executeWithoutResult(status -> attachments.attach(me, caseId, null, ids));
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

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 100 && !condition.call(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.call()).isTrue();
    }

    private Actor actor(long id) {
        return new Actor(
                id,
                0,
                "Janez",
                "Novak",
                "janez@kupec.example",
                Locale.of("sl"),
                ZoneId.of("Europe/Ljubljana"),
                null,
                List.of());
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

    private long aCase(Actor me, int number) {
        return sql.sql("""
                insert into cases (number, requester_id, submission_key, type, title, description, status_reason,
                    created_at, changed_at)
                values ('CAS-' || :number, :me, gen_random_uuid(), 'support', 'Naslov', '', 'in_progress', now(), now())
                returning id
                """)
                .param("number", number)
                .param("me", me.id())
                .query(Long.class)
                .single();
    }

    private Attachment onlyFile() {
        return sql.sql("select " + Attachment.COLUMNS + " from attachment")
                .query(Attachment::of)
                .single();
    }

    private int rows() {
        return sql.sql("select count(*) from attachment").query(Integer.class).single();
    }

    private Path root() {
        return settings.dataDir().toAbsolutePath().normalize().resolve("files");
    }

    private List<Path> stored() throws IOException {
        try (var files = Files.walk(root())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
