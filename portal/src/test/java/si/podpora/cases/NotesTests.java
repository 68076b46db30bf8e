package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** Notes that a customer adds to a case, and their drafts. */
class NotesTests extends CasesTests {

    @Test
    void aNoteIsAddedOnceHoweverOftenTheFormIsSent() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var action = "/cases/" + number + "/notes";

        var first = janez.submit(page, action, "body", "Še <b>nekaj</b>.\nDruga vrstica.");
        janez.submit(page, action, "body", "Še <b>nekaj</b>.\nDruga vrstica.");

        assertThat(first.status()).isEqualTo(303);
        assertThat(first.location()).isEqualTo("/cases/" + number);
        assertThat(count("note")).isEqualTo(1);
        var after = janez.follow(first);
        assertThat(after.text()).contains("Opomba je dodana.");
        assertThat(after.page().select(".note-body").getLast().wholeText())
                .isEqualTo("Še <b>nekaj</b>.\nDruga vrstica.");
    }

    @Test
    void anEmptyNoteIsRefusedBesideItsField() {
        var number = submitted(janez());
        var janez = as("janez");

        var answer = janez.submit(janez.get("/cases/" + number), "/cases/" + number + "/notes", "body", "  ");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#body-error").text()).isEqualTo("Napišite opombo ali priložite datoteko.");
        assertThat(answer.page().select("#body").attr("aria-describedby")).isEqualTo("body-error");
    }

    @Test
    void aNoteToACaseThatWasClosedMeanwhileIsKeptAndOpensItAgain() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        handling.changeStatus(ana(), number, StatusReason.WORK_COMPLETED);

        var refused = janez.submit(page, "/cases/" + number + "/notes", "body", "Še vedno ne dela.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#body").text()).isEqualTo("Še vedno ne dela.");
        janez.submit(refused, "/cases/" + number + "/reopening");
        assertThat(access.find(janez(), number).closed()).isFalse();
        assertThat(count("note")).isEqualTo(1);
    }

    @Test
    void aNoteInTheMakingIsKeptAndOfferedAgain() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var key = page.page().select("#answer input[name=key]").attr("value");

        assertThat(keeps(janez, "/cases/" + number + "/draft", key, "body=Nedokon%C4%8Dano")
                        .status())
                .isEqualTo(204);

        var again = janez.get("/cases/" + number);
        assertThat(again.page().select("#body").text()).isEqualTo("Nedokončano");
        assertThat(again.text()).contains("To je vaš osnutek, shranjen 15. 12. 2020 10:06.");
        var discarded = janez.follow(janez.submit(again, "/cases/" + number + "/draft-removal"));
        assertThat(discarded.page().select("#body").text()).isEmpty();
    }

    @Test
    void aDraftMayHoldWhatNoTextCan() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var key = page.page().select("#answer input[name=key]").attr("value");

        assertThat(keeps(janez, "/cases/" + number + "/draft", key, "body=Pol%00ovica")
                        .status())
                .isEqualTo(204);

        assertThat(janez.get("/cases/" + number).page().select("#body").text()).isEqualTo("Polovica");
    }

    @Test
    void aDraftEndsWithItsNoteAndNoLateOneComesAfterIt() {
        var number = submitted(janez());
        var janez = as("janez");
        var page = janez.get("/cases/" + number);
        var key = page.page().select("#answer input[name=key]").attr("value");
        keeps(janez, "/cases/" + number + "/draft", key, "body=Pol");

        janez.submit(page, "/cases/" + number + "/notes", "body", "Pol in celo");
        keeps(janez, "/cases/" + number + "/draft", key, "body=Pol+in");

        assertThat(count("draft")).isZero();
    }

    static Visitor.Answer keeps(Visitor who, String path, String key, String fields) {
        var body = "key=" + key + "&_csrf=" + URLEncoder.encode(who.csrf(), StandardCharsets.UTF_8) + "&" + fields;
        return who.send(who.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }
}
