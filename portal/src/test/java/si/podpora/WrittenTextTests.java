package si.podpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What people wrote is shown as text, wherever it is shown. */
class WrittenTextTests extends PortalTests {

    private static final String EVIL = "\"'><img src=x onerror=zlo()><script>zlo()</script></textarea><b id=zlo>";

    @Test
    void nothingThatSomebodyWroteBecomesMarkup() {
        cast.janez();
        cast.ana();
        sql.sql("update person set first_name = :evil where username = 'janez'")
                .param("evil", EVIL)
                .update();
        sql.sql("update company set name = :evil").param("evil", EVIL).update();
        var janez = as("janez");
        var file = EVIL.replace("/", "") + ".txt";
        var created = janez.submit(
                janez.get("/cases/new"),
                "/cases",
                Map.of(file.replace("\"", "%22"), "besedilo".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "type",
                "support",
                "title",
                EVIL,
                "description",
                EVIL,
                "systemNumber",
                EVIL.substring(0, 55),
                "reference",
                EVIL);
        assertThat(created.status()).isEqualTo(303);
        var path = created.location();
        janez.submit(janez.get(path), path + "/notes", "body", EVIL);
        var ana = as("ana");
        ana.submit(ana.get("/desk" + path), "/desk" + path + "/notes", "note", EVIL);
        clock.forward(Duration.ofMinutes(1));
        janez.submit(janez.get(path), path + "/closure", "reason", EVIL);

        for (var page : List.of("/cases?view=all", path, path + "/print", "/cases/new", "/profile")) {
            harmless(page, janez.get(page));
        }
        harmless("the list that is searched", janez.get("/cases?view=all&q=%3Cb+id%3Dzlo%3E"));
        for (var page : List.of(
                "/desk?view=all",
                "/desk" + path,
                "/desk" + path + "/customer",
                "/desk" + path + "/fields",
                path + "/print",
                "/desk?q=%3Cb+id%3Dzlo%3E")) {
            harmless(page, ana.get(page));
        }
        harmless(
                "a form with errors",
                janez.submit(janez.get("/cases/new"), "/cases", "title", EVIL, "description", ""));
        assertThat(janez.get(path).text()).contains("<script>zlo()</script>");

        var mails =
                sql.sql("select html from outgoing_mail").query(String.class).list();
        assertThat(mails).hasSizeGreaterThanOrEqualTo(3);
        mails.forEach(mail -> harmless("a mail", Jsoup.parse(mail)));
    }

    private static void harmless(String what, Visitor.Answer answer) {
        assertThat(answer.status()).as(what).isIn(200, 422);
        assertThat(answer.header("Content-Security-Policy")).as(what).contains("script-src 'self'");
        harmless(what, answer.page());
    }

    private static void harmless(String what, Document page) {
        assertThat(page.select("#zlo, [onerror], img[src=x], script:not([src])"))
                .as(what)
                .isEmpty();
    }
}
