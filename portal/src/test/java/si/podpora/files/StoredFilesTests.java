package si.podpora.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import si.podpora.PortalTests;
import si.podpora.Visitor;
import si.podpora.accounts.Actor;
import si.podpora.web.PodporaProperties;

/** The vocabulary of the tests about files, from the browser to the disk and back. */
@Import(FilesStage.class)
abstract class StoredFilesTests extends PortalTests {

    static final int MB = 1024 * 1024;

    @Autowired
    Attachments attachments;

    @Autowired
    FilesStage.Readers readers;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    PodporaProperties settings;

    @BeforeEach
    void emptyTheStore() throws IOException {
        readers.admitted.clear();
        for (var file : stored()) {
            Files.delete(file);
        }
    }

    static Visitor.Answer upload(Visitor browser, String name, byte[] content) {
        return browser.send(browser.request("/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .header("X-XSRF-TOKEN", browser.csrf())
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    Attachment upload(Actor me, String name, byte[] content) {
        try {
            return attachments.upload(me, name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void attach(Actor me, long caseId, Attachment... files) {
        var ids = Arrays.stream(files).map(Attachment::id).toList();
        transactions.executeWithoutResult(status -> attachments.attach(me, caseId, null, ids));
    }

    Actor actor(long id) {
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

    long aCase(Actor me, int number) {
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

    int rows() {
        return sql.sql("select count(*) from attachment").query(Integer.class).single();
    }

    Path root() {
        return settings.dataDir().toAbsolutePath().normalize().resolve("files");
    }

    List<Path> stored() throws IOException {
        try (var files = Files.walk(root())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
