package si.podpora.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;

/** The senders of a running portal: they wake by themselves and stop without cutting a mail off. */
class MailSendingTests {

    private final PostOffice office = new PostOffice();

    @Test
    void aMailLeavesSoonAfterItsTransaction() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        var sending = sending(server.getSmtp().getPort());
        sending.start();
        try {
            office.post();
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
            for (int i = 0; i < 5; i++) {
                office.post(PostOffice.to("kupec" + i + "@kupec.example", "Kupec"), PostOffice.letter("Št. " + i));
            }
            assertThat(server.waitForIncomingEmail(10_000, 6)).isTrue();
        } finally {
            sending.stop();
            server.stop();
        }
        assertThat(sending.isRunning()).isFalse();
        office.post();
        assertThat(office.row(7).state()).isEqualTo("waiting");
    }

    @Test
    void stoppingWaitsForTheMailOnItsWay() throws Exception {
        var talking = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var slow = new ScriptedSmtp(line -> {
            if (line.equals(".")) {
                talking.countDown();
                await(goOn);
            }
            return "";
        })) {
            var sending = sending(slow.port());
            sending.start();
            office.post();
            await(talking);
            var stopped = new CountDownLatch(1);
            sending.stop(stopped::countDown);
            assertThat(stopped.await(300, TimeUnit.MILLISECONDS)).isFalse();
            goOn.countDown();
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(slow.accepted).hasValue(1);
        }
        assertThat(office.row(1).state()).isEqualTo("sent");
    }

    private MailSending sending(int port) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("smtp", PostOffice.smtp(port));
        return new MailSending(office.queue, office.bell, beans.getBeanProvider(JavaMailSender.class), office.settings);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
