package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import si.podpora.Multipart;

/** Files that come with a form, from a browser without JavaScript. */
class FormFilesTests extends StoredFilesTests {

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
}
