package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.accounts.Actor;
import si.podpora.files.Attachments;
import si.podpora.files.UploadField;

/** A draft that nobody comes back for is forgotten after thirty days, its files with it. */
class DraftRemovalTests extends CasesTests {

    @Autowired
    private Drafts drafts;

    @Autowired
    private Attachments attachments;

    @Test
    void thirtyDaysAfterItsLastChangeADraftIsGone() {
        var janez = janez();
        keeps(janez, Map.of("title", List.of("Ura ne dela")));
        clock.forward(Duration.ofDays(29));
        keeps(janez, Map.of("title", List.of("Ura ne dela več")));
        clock.forward(Duration.ofDays(30));
        assertThat(drafts.removeOld()).isZero();
        assertThat(drafts.find(janez, Drafts.NEW_CASE)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(drafts.removeOld()).isEqualTo(1);
        assertThat(drafts.find(janez, Drafts.NEW_CASE)).isEmpty();
    }

    @Test
    void itsFilesStayWithItAndNoLonger() throws Exception {
        var janez = janez();
        var file = attachments
                .upload(janez, "zapis.txt", new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)))
                .id();
        keeps(janez, Map.of("title", List.of("Ura"), UploadField.IDS, List.of(file.toString())));
        assertThat(keptFor(file)).isEqualTo("30 days");

        drafts.remove(janez, Drafts.NEW_CASE);
        assertThat(keptFor(file)).isEqualTo("as others");
    }

    private void keeps(Actor me, Map<String, List<String>> fields) {
        drafts.keep(me, Drafts.NEW_CASE, UUID.randomUUID(), fields);
    }

    private String keptFor(UUID file) {
        return sql.sql("select coalesce((kept_until - created_at)::text, 'as others') from attachment where id = :id")
                .param("id", file)
                .query(String.class)
                .single();
    }
}
