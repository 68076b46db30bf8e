package si.podpora.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static si.podpora.mail.PostOffice.sendAll;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails leave once, are tried again as long as that can help, and none stops the next. */
class PostmanTests extends MailServerTests {

    @Test
    void twoSendersSideBySideSendEachMailOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            office.post(PostOffice.to("kupec" + i + "@kupec.example", "Kupec"), PostOffice.letter("Št. " + i));
        }
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var postman = office.postman(server.getSmtp().getPort());
            senders.add(Thread.ofVirtual().start(() -> sendAll(postman)));
        }
        for (var sender : senders) {
            sender.join();
        }
        var subjects = Arrays.stream(server.getReceivedMessages())
                .map(PostmanTests::subject)
                .toList();
        assertThat(subjects).hasSize(40).doesNotHaveDuplicates();
        assertThat(office.sql
                        .sql("select count(*) from outgoing_mail where state = 'sent'")
                        .query(Long.class)
                        .single())
                .isEqualTo(40);
    }

    @Test
    void aMailThatIsNotDueWaits() {
        office.transactions.executeWithoutResult(status -> office.outbox.gather(
                PostOffice.to(PostOffice.JANA, "Jana"),
                "case-1:person-1",
                Duration.ofMinutes(2),
                office.clock.instant(),
                since -> PostOffice.letter("Novo")));
        sendAll(office.postman(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).isEmpty();
        office.clock.forward(Duration.ofMinutes(2));
        sendAll(office.postman(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRolledBackChangeSendsNothing() {
        office.transactions.executeWithoutResult(status -> {
            office.outbox.post(PostOffice.to(PostOffice.JANA, "Jana"), PostOffice.letter("Nikoli"));
            status.setRollbackOnly();
        });
        assertThat(office.postman(server.getSmtp().getPort()).sendNext(() -> {}))
                .isFalse();
    }

    @Test
    void waitsGrowUntilItIsGivenUpAfterTwoDays() throws Exception {
        try (var busy = new ScriptedSmtp(line -> line.startsWith("RCPT") ? "451 4.7.1 come back later" : "")) {
            office.post();
            var postman = office.postman(busy.port());
            var begun = office.clock.instant();
            var waits = new ArrayList<Long>();
            sendAll(postman);
            while (office.row(1).state().equals("waiting")) {
                var dueIn = office.row(1).dueIn();
                waits.add(dueIn / 60);
                office.clock.forward(Duration.ofSeconds(dueIn - 1));
                assertThat(postman.sendNext(() -> {})).as("a second too early").isFalse();
                office.clock.forward(Duration.ofSeconds(1));
                sendAll(postman);
            }
            assertThat(waits).startsWith(1L, 2L, 5L, 15L, 30L, 60L, 120L, 240L, 240L);
            assertThat(Duration.between(begun, office.clock.instant())).isEqualTo(Duration.ofHours(48));
            assertThat(office.row(1).state()).isEqualTo("failed");
            assertThat(office.row(1).problem()).isEqualTo("later");
            assertThat(office.row(1).answer()).contains("451 4.7.1 come back later");
        }
    }

    @Test
    void aRefusedAddressFailsAtOnceAndTheNextMailLeaves() throws Exception {
        try (var strict = new ScriptedSmtp(
                line -> line.startsWith("RCPT TO:<ni-ga@kupec.example>") ? "550 5.1.1 no such user" : "")) {
            office.post(PostOffice.to("ni-ga@kupec.example", "Nihče"), PostOffice.letter("Prvo"));
            office.post();
            sendAll(office.postman(strict.port()));
            assertThat(office.row(1).state()).isEqualTo("failed");
            assertThat(office.row(1).problem()).isEqualTo("address");
            assertThat(office.row(1).answer()).contains("550 5.1.1 no such user");
            assertThat(office.row(2).state()).isEqualTo("sent");
        }
    }

    @Test
    void aRefusedMessageFailsAtOnce() throws Exception {
        try (var strict = new ScriptedSmtp(line -> line.equals(".") ? "554 5.6.0 not this" : "")) {
            office.post();
            sendAll(office.postman(strict.port()));
            assertThat(office.row(1).state()).isEqualTo("failed");
            assertThat(office.row(1).problem()).isEqualTo("message");
        }
    }

    @Test
    void aMessagePutOffIsTriedAgain() throws Exception {
        try (var full = new ScriptedSmtp(line -> line.equals(".") ? "452 4.3.1 disk full" : "")) {
            office.post();
            sendAll(office.postman(full.port()));
            assertThat(office.row(1).state()).isEqualTo("waiting");
            assertThat(office.row(1).problem()).isEqualTo("later");
        }
    }

    @Test
    void whatIsWrongWithOurSettingsIsNotTheAddresssFault() throws Exception {
        for (var command : new String[] {"MAIL", "RCPT"}) {
            office.post();
            try (var closed =
                    new ScriptedSmtp(line -> line.startsWith(command) ? "530 5.7.0 authentication required" : "")) {
                sendAll(office.postman(closed.port()));
            }
        }
        assertThat(office.row(1).state()).isEqualTo("waiting");
        assertThat(office.row(1).problem()).isEqualTo("server");
        assertThat(office.row(2).state()).isEqualTo("waiting");
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        office.post();
        var port = server.getSmtp().getPort();
        server.stop();
        sendAll(office.postman(port));
        assertThat(office.row(1).state()).isEqualTo("waiting");
        assertThat(office.row(1).problem()).isEqualTo("server");
        assertThat(office.row(1).dueIn()).isEqualTo(60);
    }

    @Test
    void aServerThatFallsSilentHoldsNobodyUp() throws Exception {
        try (var silent = new ScriptedSmtp(line -> {
            if (line.startsWith("MAIL")) {
                pause();
            }
            return "";
        })) {
            office.post();
            sendAll(office.postman(silent.port()));
            assertThat(office.row(1).problem()).isEqualTo("server");
            assertThat(silent.accepted).hasValue(0);
        }
    }

    @Test
    void whatACrashLeftBehindIsTakenUpAfterTheLease() {
        office.post();
        assertThat(office.queue.claim()).isPresent(); // and the portal crashes
        var postman = office.postman(server.getSmtp().getPort());
        office.clock.forward(MailQueue.LEASE.minusSeconds(1));
        sendAll(postman);
        assertThat(server.getReceivedMessages()).isEmpty();
        office.clock.forward(Duration.ofSeconds(1));
        sendAll(postman);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(office.row(1).attempts()).isEqualTo(2);
    }

    @Test
    void aSlowMailKeepsItsLease() {
        office.post();
        var id = office.queue.claim().orElseThrow().id();
        office.clock.forward(MailQueue.LEASE.minusSeconds(1));
        office.queue.keep(List.of(id));
        office.clock.forward(MailQueue.LEASE.minusSeconds(1));
        assertThat(office.queue.claim()).isEmpty();
    }

    @Test
    void whoLostTheLeaseRecordsNothing() {
        office.post();
        var first = office.queue.claim().orElseThrow();
        office.clock.forward(MailQueue.LEASE);
        var second = office.queue.claim().orElseThrow();
        office.queue.record(first, new Delivery.Refused(MailProblem.ADDRESS, "550"));
        assertThat(office.row(1).state()).isEqualTo("sending");
        office.queue.record(second, new Delivery.Sent());
        assertThat(office.row(1).state()).isEqualTo("sent");
    }

    @Test
    void aSecretIsBlankedOnceItIsSentAndNotBefore() throws Exception {
        office.post(
                PostOffice.secretTo("nina@kupec.example"),
                PostOffice.letter("Dobrodošli", new Letter.Block.Code("p5rBouK7-PV91A9pdbeR30MUP")));
        try (var busy = new ScriptedSmtp(line -> line.startsWith("RCPT") ? "450 later" : "")) {
            sendAll(office.postman(busy.port()));
        }
        assertThat(office.row(1).text()).contains("p5rBouK7-PV91A9pdbeR30MUP");
        office.clock.forward(Duration.ofMinutes(1));
        sendAll(office.postman(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(office.row(1).text()).isEmpty();
        assertThat(office.row(1).html()).isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(4000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
