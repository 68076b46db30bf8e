package si.podpora.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static si.podpora.mail.PostOffice.JANA;
import static si.podpora.mail.PostOffice.letter;
import static si.podpora.mail.PostOffice.sendAll;
import static si.podpora.mail.PostOffice.to;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What arrives, as another mail program reads it. */
class MimeLetterTests extends MailServerTests {

    @Test
    void theHeadersAreExact() throws Exception {
        office.post(to(JANA, "Jana Žužek"), letter("Naročilo čaka na vašo odločitev"));
        office.clock.forward(Duration.ofHours(1));
        var mail = arrived();
        assertThat(mail.getSubject()).isEqualTo("Naročilo čaka na vašo odločitev");
        var from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("podpora@spica.example");
        assertThat(from.getPersonal()).isEqualTo("Customer Service - Spica");
        var recipient = (InternetAddress) mail.getAllRecipients()[0];
        assertThat(recipient.getAddress()).isEqualTo(JANA);
        assertThat(recipient.getPersonal()).isEqualTo("Jana Žužek");
        assertThat(mail.getSentDate()).isEqualTo("2020-12-15T09:06:00Z");
        assertThat(mail.getMessageID())
                .isEqualTo(office.sql
                        .sql("select message_id from outgoing_mail")
                        .query(String.class)
                        .single())
                .matches("<[0-9a-f-]{36}@podpora\\.spica\\.example>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("sl");
        assertThat(mail.getHeader("MIME-Version", null)).isEqualTo("1.0");
        assertThat(raw(mail)).matches("(?s)\\p{ASCII}*");
        assertThat(raw(mail).lines().mapToInt(String::length).max().orElseThrow())
                .isLessThan(998);
    }

    @Test
    void mailsOfACaseBelongTogether() throws Exception {
        office.post(to(JANA, "Jana"), letter("Prvo"));
        office.post(to("janez@kupec.example", "Janez"), letter("Drugo"));
        office.post(to(JANA, "Jana"), letter("Tretje"));
        sendAll(office.postman(server.getSmtp().getPort()));
        var mails = List.of(received("Prvo"), received("Drugo"), received("Tretje"));
        var root = "<case-2580@podpora.spica.example>";
        assertThat(mails.get(0).getHeader("In-Reply-To", null)).isEqualTo(root);
        assertThat(mails.get(0).getHeader("References", null)).isEqualTo(root);
        assertThat(mails.get(1).getHeader("In-Reply-To", null)).isEqualTo(root);
        assertThat(mails.get(2).getHeader("In-Reply-To", null))
                .isEqualTo(mails.get(0).getMessageID());
        assertThat(mails.get(2).getHeader("References", null).split("\\s+"))
                .containsExactly(root, mails.get(0).getMessageID());
    }

    @Test
    void bothPartsSayTheSame() throws Exception {
        office.post(
                to(JANA, "Jana"),
                letter(
                        "Odgovor",
                        new Letter.Block.Quote(
                                "Gregor Berčič", "15. 12. 2020 10:06", "Čitalnik žari.\n<b>Še</b> vedno?")));
        var parts = (MimeMultipart) arrived().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        var text = parts.getBodyPart(0);
        var html = parts.getBodyPart(1);
        assertThat(text.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(html.getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) text.getContent())
                .contains("Gregor Berčič, 15. 12. 2020 10:06:\r\n> Čitalnik žari.\r\n> <b>Še</b> vedno?")
                .contains("Odpri zahtevek:\r\nhttps://podpora.spica.example/cases/CAS-02580-T0M2L3\r\n");
        assertThat((String) html.getContent())
                .contains("Gregor Berčič", "Čitalnik žari.", "&lt;b&gt;Še")
                .contains("href=\"https://podpora.spica.example/cases/CAS-02580-T0M2L3\"");
    }

    @Test
    void filesArriveByteForByteAfterTheBody() throws Exception {
        var bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        var text = "ena\ndve\r\ntri\r".getBytes(StandardCharsets.UTF_8);
        office.transactions.executeWithoutResult(status -> office.outbox.post(
                to(JANA, "Jana"),
                letter("Aktivacija"),
                List.of(
                        new MailAttachment("any.bin", "application/octet-stream", bytes),
                        new MailAttachment("lines.txt", "text/plain", text))));
        var parts = (MimeMultipart) arrived().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getCount())
                .isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("any.bin");
        assertThat(parts.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(text);
    }

    @Test
    void filesGoWithTheirMailAndNeverWithASecret() {
        var file = List.of(new MailAttachment("a.txt", "text/plain", new byte[] {1}));
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> office.transactions.executeWithoutResult(
                        status -> office.outbox.post(PostOffice.secretTo(JANA), letter("Povabilo"), file)));
        office.transactions.executeWithoutResult(
                status -> office.outbox.post(to(JANA, "Jana"), letter("Aktivacija"), file));
        office.sql.sql("delete from outgoing_mail").update();
        assertThat(office.sql
                        .sql("select count(*) from outgoing_attachment")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyWritesHeadersOfTheirOwn() throws Exception {
        office.post(
                to(JANA, "Jana\r\nBcc: tat@zlo.example\r\n"),
                letter("Tiskalnik\r\nBcc: tat@zlo.example\r\n\r\n<h1>Drugo telo</h1>"));
        office.post(to(JANA, "\"; <tat@zlo.example>, "), letter("x\u2028Bcc: tat@zlo.example\u0007"));
        sendAll(office.postman(server.getSmtp().getPort()));
        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        for (var mail : mails) {
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(((InternetAddress) mail.getAllRecipients()[0]).getAddress())
                    .isEqualTo(JANA);
        }
        received("Tiskalnik Bcc: tat@zlo.example <h1>Drugo telo</h1>");
        received("x Bcc: tat@zlo.example");
    }

    @Test
    void whatIsNotOneAddressIsSentToNobody() throws Exception {
        for (var address : new String[] {
            "jana@kupec.example\r\nBcc: tat@zlo.example",
            "jana@kupec.example, tat@zlo.example",
            "Jana <jana@kupec.example>",
            "vsi: jana@kupec.example, tat@zlo.example;",
            "jana",
            ""
        }) {
            office.post(to(address, "Jana"), letter("Nikomur"));
        }
        sendAll(office.postman(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(office.sql
                        .sql("select distinct state || ' ' || problem from outgoing_mail")
                        .query(String.class)
                        .list())
                .containsExactly("failed address");
    }

    @Test
    void sentencesAreWrappedAndCodesAreNot() throws Exception {
        var code = "p5rBouK7-PV91A9pdbeR30MUP".repeat(7);
        office.post(
                to(JANA, "Jana"),
                letter(
                        "Dolgo",
                        new Letter.Block.Paragraph("Vaš zahtevek smo prejeli in ga dodelili. ".repeat(6)),
                        new Letter.Block.Quote("Jana", "danes", "Čitalnik ne bere kartic. ".repeat(9)),
                        new Letter.Block.Code(code)));
        var text = office.row(1).text();
        assertThat(text.lines().filter(line -> !line.equals(code))).allMatch(line -> line.length() <= 78);
        assertThat(text.lines()).contains(code);
        assertThat(text.lines().filter(line -> line.startsWith("> "))).hasSizeGreaterThan(2);
        assertThat(((MimeMultipart) arrived().getContent()).getBodyPart(0).getContent())
                .isEqualTo(text.replace("\n", "\r\n"));
    }

    private MimeMessage arrived() {
        sendAll(office.postman(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private MimeMessage received(String subject) throws Exception {
        for (var mail : server.getReceivedMessages()) {
            if (mail.getSubject().equals(subject)) {
                return mail;
            }
        }
        throw new AssertionError("No mail " + subject);
    }

    private static String raw(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
