package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;
import si.podpora.files.Samples;
import si.podpora.web.SqlTime;

/** Files by the forms of a case: from the browser into the conversation, and their names into the mails. */
class CaseFilesTests extends CasesTests {

    private static final String[] NEW_CASE = {
        "type", "support", "title", "Ura ne žiga", "description", "Na zaslonu je napaka."
    };

    @Test
    void filesComeWithTheFormOfANewCaseWithoutJavaScript() {
        cast.janez();
        var janez = as("janez");

        var answer = janez.submit(
                janez.get("/cases/new"), "/cases", Map.of("Zaslon čitalnika.png", Samples.png(60, 40)), NEW_CASE);

        var page = janez.follow(answer).page();
        assertThat(page.select(".note-first .file-name").text()).isEqualTo("Zaslon čitalnika.png");
        var file = janez.get(page.expectFirst(".note-first .file").attr("href"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment;");
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        cast.boris();
        assertThat(as("boris").get(page.expectFirst(".file").attr("href")).status())
                .isEqualTo(404);
    }

    @Test
    void filesThatWereUploadedBeforehandGoWithTheNewCaseAndWithTheNote() {
        cast.janez();
        var janez = as("janez");
        var created = janez.follow(
                janez.submit(janez.get("/cases/new"), "/cases", with(uploaded(janez, "dnevnik.txt"), NEW_CASE)));
        assertThat(created.page().select(".note-first .file-name").eachText()).containsExactly("dnevnik.txt");

        var action = created.page().expectFirst("form[action$=/notes]").attr("action");
        var noted = janez.follow(
                janez.submit(created, action, with(uploaded(janez, "meritve.txt"), "body", "Dodajam meritve.")));

        assertThat(noted.page().select(".note:not(.note-first) .file-name").eachText())
                .containsExactly("meritve.txt");
        assertThat(count("attachment where note_id is not null")).isEqualTo(1);
    }

    @Test
    void aRefusedFileLosesNothingThatWasTypedAndKeepsTheOthers() {
        cast.janez();
        var janez = as("janez");

        var refused = janez.submit(
                janez.get("/cases/new"),
                "/cases",
                Map.of("slika.png", Samples.png(60, 40), "popravek.exe", Samples.exe()),
                NEW_CASE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().expectFirst("#title").attr("value")).isEqualTo("Ura ne žiga");
        assertThat(count("cases")).isZero();
        var created = janez.follow(janez.submit(refused, "/cases"));
        assertThat(created.page().select(".file-name").eachText()).containsExactly("slika.png");
    }

    @Test
    void theFormOfANewCaseSentTwiceWithFilesIsOneCaseAndNoError() {
        cast.janez();
        var janez = as("janez");
        var form = janez.get("/cases/new");
        var fields = with(uploaded(janez, "dnevnik.txt"), NEW_CASE);

        var first = janez.submit(form, "/cases", Map.of("slika.png", Samples.png(60, 40)), fields);
        var second = janez.submit(form, "/cases", Map.of("slika.png", Samples.png(60, 40)), fields);

        assertThat(first.status()).isEqualTo(303);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(count("cases")).isEqualTo(1);
        assertThat(count("attachment where case_id is not null")).isEqualTo(2);
        assertThat(count("outgoing_mail")).isEqualTo(2);
    }

    @Test
    void aNoteOfFilesAloneSentTwiceIsOneNoteAndNoError() {
        var number = submitted(janez());
        cast.ana();
        for (var who : Map.of("janez", "/cases/", "ana", "/desk/cases/").entrySet()) {
            var visitor = as(who.getKey());
            var page = visitor.get(who.getValue() + number);
            var fields = with(uploaded(visitor, "meritve.txt"), who.getKey().equals("ana") ? "note" : "body", "");

            var action = who.getValue() + number + "/notes";
            assertThat(visitor.submit(page, action, fields).status()).isEqualTo(303);
            assertThat(visitor.submit(page, action, fields).status()).isEqualTo(303);
        }
        assertThat(count("note")).isEqualTo(2);
        assertThat(count("attachment where note_id is not null")).isEqualTo(2);
    }

    @Test
    void aNewCasesMailsNameItsFilesAndDoNotCarryThem() {
        boris();
        var boris = as("boris");
        boris.submit(
                boris.get("/cases/new"),
                "/cases",
                Map.of("<b>Terminal.txt", Samples.text("1234567".repeat(300))),
                NEW_CASE);

        var mails = mails();
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().text()).contains("Attached file: ", "Terminal", "(2.1 kB)");
        assertThat(mails.getLast().text()).contains("Priložena datoteka: ", "Terminal", "(2,1 kB)", "/desk/cases/CAS-");
        assertThat(mails)
                .allSatisfy(mail ->
                        assertThat(mail.html()).contains("(2", "/cases/CAS-").doesNotContain("<b>Terminal", "1234567"));
    }

    @Test
    void theMailOfANoteNamesTheFilesOfThatNoteOnly() {
        var number = submitted(janez());
        sql.sql("delete from outgoing_mail").update();
        var ana = cast.ana() > 0 ? as("ana") : visitor();
        var path = "/desk/cases/" + number;
        ana.submit(ana.get(path), path + "/notes", with(uploaded(ana, "interno.txt"), "note", "Le za nas."));
        var first = uploaded(ana, "navodila.txt").getFirst();
        clock.forward(Duration.ofSeconds(1));
        var second = uploaded(ana, "shema.txt").getFirst();
        ana.submit(ana.get(path), path + "/replies", with(List.of(first, second), "reply", ""));

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.text())
                    .contains("Priloženi datoteki: navodila.txt (", "shema.txt (")
                    .doesNotContain("interno.txt", "Le za nas");
            assertThat(mail.html()).contains("Priloženi datoteki: navodila.txt (");
        });
    }

    @Test
    void pastTwentyFilesAMailOnlyCounts() {
        var number = submitted(janez());
        sql.sql("delete from outgoing_mail").update();
        sql.sql("""
                insert into attachment (id, uploader_id, name, media_type, size, sha256, created_at)
                select gen_random_uuid(), :janez, 'slika-' || lpad(n::text, 2, '0') || '.png', 'image/png', 2048, '', :now
                from generate_series(1, 23) n
                """)
                .param("janez", cast.janez())
                .param("now", SqlTime.of(clock.instant()))
                .update();
        var files = sql.sql("select id from attachment").query(UUID.class).list();

        conversation.add(janez(), number, new NewNote(UUID.randomUUID(), "", Visibility.PUBLIC, files));

        assertThat(mails())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("Priložene datoteke: ", "(2 kB)", " in še 3 datoteke"));
    }

    /** The hidden field that the page's script adds for a file. */
    private static List<String> uploaded(Visitor visitor, String name) {
        var answer = visitor.upload(name, Samples.text("Vrstica dnevnika.\n"));
        assertThat(answer.status()).isEqualTo(201);
        return List.of(answer.page().expectFirst("[data-file]").attr("data-file"));
    }

    private static String[] with(List<String> ids, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        ids.forEach(id -> all.addAll(List.of("attachments", id)));
        return all.toArray(String[]::new);
    }

    private record Mail(String text, String html) {}

    private List<Mail> mails() {
        return sql.sql("select text, html from outgoing_mail order by id")
                .query((row, index) ->
                        new Mail(row.getString("text").replaceAll("[\\s\u00a0]+", " "), row.getString("html")))
                .list();
    }
}
