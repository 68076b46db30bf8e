package si.podpora.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.PortalTests;

/** Whoever tries the portal reads its mail as a mail program shows it. */
@TestPropertySource(properties = "podpora.demo=true")
class MailboxTests extends PortalTests {

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void theNewestMailStandsFirst() {
        post("jana@kupec.example", "Jana Zupan", "Prvo");
        post("janez@kupec.example", "Janez Novak", "Drugo");
        var page = visitor().get("/demo/mailbox").page();
        assertThat(page.select(".mailbox-subject").eachText()).containsExactly("Drugo", "Prvo");
        assertThat(page.select(".mailbox-to").eachText()).containsExactly("Janez Novak", "Jana Zupan");
        assertThat(page.select(".mailbox-state").eachText()).containsOnly("Čaka na pošiljanje");
        assertThat(page.select("footer a[href=/demo/mailbox]").text()).isEqualTo("Poštni predal za preizkus");
    }

    @Test
    void theStateStandsThereInWords() {
        gather("Kmalu");
        post("jana@kupec.example", "Jana", "Poslano");
        post("jana@kupec.example", "Jana", "Zavrnjeno");
        sql.sql("update outgoing_mail set state = 'sent', sent_at = created_at where subject = 'Poslano'")
                .update();
        sql.sql("""
                update outgoing_mail set state = 'failed', problem = 'address', answer = '550 5.1.1 <ni ga>'
                where subject = 'Zavrnjeno'
                """).update();
        var visitor = visitor();
        assertThat(visitor.get("/demo/mailbox").page().select(".mailbox-state").eachText())
                .containsExactly("Ni dostavljeno", "Poslano 15. 12. 2020 10:06", "Odide 15. 12. 2020 10:08");
        assertThat(visitor.get("/demo/mailbox/3").text())
                .contains("Poštni strežnik zavrača ta naslov. 550 5.1.1 <ni ga>");
    }

    @Test
    void pagesFollowEachOtherByKeyAndKeepTheRecipient() {
        for (int i = 1; i <= Mailbox.PAGE + 2; i++) {
            post("jana@kupec.example", "Jana", "Jani " + i);
            post("janez+a&b@kupec.example", "Janez", "Janezu " + i);
        }
        var visitor = visitor();
        var first = visitor.get("/demo/mailbox?to=Janez%2Ba%26b@kupec.example").page();
        assertThat(first.select(".mailbox-subject").eachText())
                .hasSize(Mailbox.PAGE)
                .startsWith("Janezu 52")
                .endsWith("Janezu 3");
        var second = visitor.get(first.select(".mailbox-more a").attr("href")).page();
        assertThat(second.select(".mailbox-subject").eachText()).containsExactly("Janezu 2", "Janezu 1");
        var opened = visitor.get(second.expectFirst(".mailbox-mails a").attr("href"));
        assertThat(opened.page().select("article h1").text()).isEqualTo("Janezu 2");
        assertThat(opened.page().select(".mailbox-subject").eachText()).containsExactly("Janezu 2", "Janezu 1");
    }

    @Test
    void bothPartsAndTheHeadersCanBeRead() {
        post("jana@kupec.example", "Jana Žužek", "Naročilo čaka");
        var visitor = visitor();
        var page = visitor.get("/demo/mailbox/1").page();
        var frame = page.expectFirst("iframe");
        assertThat(frame.attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");
        var html = visitor.get(frame.attr("src"));
        assertThat(html.page().select("a").eachAttr("href"))
                .contains("https://podpora.spica.example/cases/CAS-02580-T0M2L3");
        assertThat(html.page().select("base").attr("target")).isEqualTo("_blank");
        assertThat(html.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'unsafe-inline'", "frame-ancestors 'self'", "sandbox")
                .doesNotContain("script-src", "allow-scripts");

        var parts = page.select(".mailbox-parts a").eachAttr("href");
        assertThat(parts).hasSize(3);
        var text = visitor.get(parts.get(1)).page().expectFirst(".mailbox-text");
        assertThat(text.wholeText()).contains("Pozdravljeni,\n\nvaš zahtevek za podporo smo sprejeli.\n");
        assertThat(text.select("a").eachAttr("href"))
                .containsExactly("https://podpora.spica.example/cases/CAS-02580-T0M2L3");
        assertThat(visitor.get(parts.get(2)).page().expectFirst(".mailbox-text").wholeText())
                .contains(
                        "From: Customer Service - Spica <podpora@spica.example>\n",
                        "Auto-Submitted: auto-generated\n",
                        "Content-Type: multipart/alternative");
    }

    @Test
    void filesAreListedAndDownloaded() {
        var file = new MailAttachment("a.activation", "application/jose", "abc.def".getBytes(UTF_8));
        transactions.executeWithoutResult(status -> outbox.post(
                PostOffice.to("jana@kupec.example", "Jana"), PostOffice.letter("Aktivacija"), List.of(file)));
        var visitor = visitor();
        var link = visitor.get("/demo/mailbox/1").page().expectFirst(".mailbox-files a");
        assertThat(link.text()).isEqualTo("a.activation");
        var downloaded = visitor.get(link.attr("href"));
        assertThat(downloaded.body()).isEqualTo("abc.def");
        assertThat(downloaded.header("Content-Type")).isEqualTo("application/jose");
        assertThat(downloaded.header("Content-Disposition")).isEqualTo("attachment; filename=\"a.activation\"");
        assertThat(downloaded.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(visitor.get("/demo/mailbox/1/files/2").status()).isEqualTo(404);
        assertThat(visitor.get("/demo/mailbox/2/files/1").status()).isEqualTo(404);
        assertThat(visitor.get("/demo/mailbox/1?part=headers").text()).contains("multipart/mixed");
    }

    @Test
    void whatWasErasedIsNotShownAsAnEmptyMail() {
        transactions.executeWithoutResult(
                status -> outbox.post(PostOffice.secretTo("nina@kupec.example"), PostOffice.letter("Dobrodošli")));
        sql.sql("update outgoing_mail set state = 'sent', sent_at = created_at, html = '', text = ''")
                .update();
        var visitor = visitor();
        assertThat(visitor.get("/demo/mailbox/1").text()).contains("bila po pošiljanju izbrisana");
        assertThat(visitor.get("/demo/mailbox/1/html").status()).isEqualTo(404);
    }

    @Test
    void aMailThatIsNotThereIsA404() {
        var visitor = visitor();
        assertThat(visitor.get("/demo/mailbox/1").status()).isEqualTo(404);
        assertThat(visitor.get("/demo/mailbox/1/html").status()).isEqualTo(404);
        assertThat(visitor.get("/demo/mailbox").text()).contains("Ni sporočil");
        assertThat(visitor().speaking("en").get("/demo/mailbox").text()).contains("No messages");
    }

    private void post(String address, String name, String subject) {
        transactions.executeWithoutResult(
                status -> outbox.post(PostOffice.to(address, name), PostOffice.letter(subject)));
    }

    private void gather(String subject) {
        transactions.executeWithoutResult(status -> outbox.gather(
                PostOffice.to("jana@kupec.example", "Jana"),
                "case-1:jana",
                Duration.ofMinutes(2),
                clock.instant(),
                since -> PostOffice.letter(subject)));
    }
}
