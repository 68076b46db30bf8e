package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Visitor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Drafts;

/** What the help desk types is kept on the server, for each person, case and box. */
class DeskDraftTests extends DeskTests {

    @Autowired
    private Drafts drafts;

    @Test
    void aDraftIsOfferedAgainInItsOwnBoxToItsWriterAlone() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        assertThat(keep(ana, number, "reply", "Pridemo ju").status()).isEqualTo(204);
        assertThat(keep(ana, number, "note", "Verjetno glava").status()).isEqualTo(204);

        var page = ana.get(path(number)).page();
        assertThat(page.select("#reply").text()).isEqualTo("Pridemo ju");
        assertThat(page.select("#note").text()).isEqualTo("Verjetno glava");
        assertThat(page.select("#reply-box").hasAttr("open")).isTrue();
        gregor();
        assertThat(as("gregor").get(path(number)).body()).doesNotContain("Pridemo ju", "Verjetno glava");
        assertThat(as("janez").get("/cases/" + number).body()).doesNotContain("Pridemo ju", "Verjetno glava");
    }

    @Test
    void whatIsSentIsNoDraftAnyMoreAndTheOtherBoxKeepsIts() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        keep(ana, number, "reply", "Pridemo jutri");
        keep(ana, number, "note", "Verjetno glava");

        assertThat(ana.submit(ana.get(path(number)), path(number) + "/replies").status())
                .isEqualTo(303);

        var page = ana.get(path(number)).page();
        assertThat(page.select("#reply").text()).isEmpty();
        assertThat(page.select("#note").text()).isEqualTo("Verjetno glava");
    }

    @Test
    void aDraftIsDiscardedOrForgottenAfterAMonth() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        keep(ana, number, "reply", "Pridemo jutri");
        keep(ana, number, "note", "Verjetno glava");

        ana.submit(ana.get(path(number)), path(number) + "/note/draft-removal");
        assertThat(kept()).isEqualTo(1);

        clock.forward(Duration.ofDays(31));
        assertThat(drafts.find(ana(), List.of(Drafts.note(number)))).hasSize(1);
        assertThat(drafts.removeOld()).isEqualTo(1);
        assertThat(kept()).isZero();
    }

    @Test
    void draftsAreForTheHelpDeskAndForCasesThatAre() {
        var number = submitted(janez(), "Ura ne žiga");
        assertThat(keep(as("janez"), number, "reply", "x").status()).isEqualTo(403);
        assertThat(keep(asAna(), new CaseNumber("CAS-99999-AAAAAA"), "reply", "x")
                        .status())
                .isEqualTo(404);
        assertThat(keep(asAna(), number, "reply", "x".repeat(60_001)).status()).isEqualTo(413);
    }

    private int kept() {
        return sql.sql("select count(*) from draft").query(Integer.class).single();
    }

    private static Visitor.Answer keep(Visitor visitor, CaseNumber number, String box, String text) {
        var body = Map.of("key", UUID.randomUUID().toString(), "_csrf", visitor.csrf(), box, text).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return visitor.send(visitor.request(path(number) + "/" + box + "/draft")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }
}
