package si.podpora.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;

/**
 * Keeps a few senders at work as long as the portal runs. Without {@code spring.mail.host} there are none and
 * mails wait. Stopping lets the mails that are on their way arrive.
 */
@Component
class MailSending implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    private static final int SENDERS = 3;

    /** For what another copy wrote, and for what has become due. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Duration KEEP_LEASES_EVERY = MailQueue.LEASE.dividedBy(4);

    private final MailBell bell;
    private final @Nullable Postman postman;
    private List<Thread> threads = List.of();
    private CountDownLatch stopping = new CountDownLatch(1);

    MailSending(MailQueue queue, MailBell bell, ObjectProvider<JavaMailSender> smtp, PodporaProperties settings) {
        this.bell = bell;
        var sender = smtp.getIfAvailable();
        this.postman = sender == null ? null : new Postman(queue, sender, settings);
    }

    @Override
    public synchronized void start() {
        if (postman == null) {
            LOG.info("No mail is sent: spring.mail.host is not set");
            return;
        }
        stopping = new CountDownLatch(1);
        var started = new ArrayList<Thread>();
        for (int i = 1; i <= SENDERS; i++) {
            started.add(Thread.ofVirtual().name("mail-" + i).start(() -> send(postman)));
        }
        started.add(Thread.ofVirtual().name("mail-leases").start(() -> keepLeases(postman)));
        threads = started;
    }

    private void send(Postman sender) {
        while (!stopped(Duration.ZERO)) {
            try {
                if (!sender.sendNext(bell::ring)) {
                    bell.await(LOOK_EVERY);
                }
            } catch (RuntimeException e) {
                LOG.error("Mails cannot be fetched or recorded", e);
                stopped(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void keepLeases(Postman sender) {
        while (!stopped(KEEP_LEASES_EVERY)) {
            try {
                sender.keepLeases();
            } catch (RuntimeException e) {
                LOG.error("Leases of mails cannot be kept", e);
            }
        }
    }

    private boolean stopped(Duration wait) {
        try {
            return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().name("mail-stop").start(() -> {
            stop();
            callback.run();
        });
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    /** After the web server has begun to stop, so that the mails of its last requests still leave. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
