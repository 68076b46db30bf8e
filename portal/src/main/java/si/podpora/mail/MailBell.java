package si.podpora.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the sender as soon as the transaction that wrote a mail is through. */
@Component
class MailBell {

    private final Semaphore rings = new Semaphore(0);

    /** Rings when the current transaction has been committed; a rolled back one wrote no mail. */
    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    /** Wakes one who waits, or the next who would. */
    void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** Waits for a ring, at most as long as given. */
    void await(Duration atMost) throws InterruptedException {
        var woken = rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            rings.drainPermits();
        }
    }
}
