package si.podpora.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static si.podpora.mail.PostOffice.JANA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Several changes within two minutes leave in one mail, and none is lost on the way. */
class GatherTests {

    private static final Duration WAIT = Duration.ofMinutes(2);

    private final PostOffice office = new PostOffice();

    @Test
    void aSecondChangeIsWrittenIntoTheMailThatWaits() {
        var first = office.clock.instant();
        change("ena");
        office.clock.forward(Duration.ofSeconds(50));
        assertThat(change("dve")).isEqualTo(first);
        assertThat(office.count()).isEqualTo(1);
        assertThat(office.row(1).subject()).isEqualTo("dve");
        assertThat(office.row(1).html()).contains("dve").doesNotContain(">ena<");
        assertThat(office.row(1).dueIn()).isEqualTo(70);
    }

    @Test
    void aChangeWrittenLateStillBeginsTheLetter() {
        var earlier = office.clock.instant();
        office.clock.forward(Duration.ofSeconds(5));
        change("pozneje");
        var since = new ArrayList<Instant>();
        office.transactions.executeWithoutResult(status -> gather(earlier, "prej", since));
        assertThat(since).containsExactly(earlier);
    }

    @Test
    void whatIsBeingSentIsNotRewritten() {
        change("ena");
        office.clock.forward(WAIT);
        var underway = office.queue.claim().orElseThrow();
        var now = office.clock.instant();
        assertThat(change("dve")).isEqualTo(now);
        assertThat(office.count()).isEqualTo(2);
        assertThat(office.row(1).subject()).isEqualTo("ena");
        // Put off, it waits beside the new one and does not get in its way.
        office.queue.record(underway, new Delivery.NotNow(MailProblem.LATER, "451"));
        change("tri");
        assertThat(office.count()).isEqualTo(2);
        assertThat(office.row(1).subject()).isEqualTo("ena");
        assertThat(office.row(2).subject()).isEqualTo("tri");
    }

    @Test
    void twoChangesAtOnceAreOneMailAndBothSucceed() throws Exception {
        var firstHasWritten = new CountDownLatch(1);
        var firstMayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> office.transactions.executeWithoutResult(status -> {
                gather(office.clock.instant(), "ena", new ArrayList<>());
                firstHasWritten.countDown();
                await(firstMayCommit);
            }));
            await(firstHasWritten);
            var second = threads.submit(() -> change("dve"));
            assertThat(second.isDone()).isFalse();
            firstMayCommit.countDown();
            first.get(20, TimeUnit.SECONDS);
            second.get(20, TimeUnit.SECONDS);
        }
        assertThat(office.count()).isEqualTo(1);
        assertThat(office.row(1).subject()).isEqualTo("dve");
    }

    @Test
    void aSenderPassesOverAMailThatIsBeingRewritten() throws Exception {
        change("ena");
        office.clock.forward(WAIT);
        var writing = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rewriting = threads.submit(() -> office.transactions.executeWithoutResult(status -> {
                gather(office.clock.instant(), "dve", new ArrayList<>());
                writing.countDown();
                await(mayCommit);
            }));
            await(writing);
            assertThat(office.queue.claim()).isEmpty();
            mayCommit.countDown();
            rewriting.get(20, TimeUnit.SECONDS);
        }
        assertThat(office.queue.claim().orElseThrow().subject()).isEqualTo("dve");
    }

    @Test
    void manyWritersAndSendersLoseNoChangeAndFailNoTransaction() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<String>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 6; i++) {
                var writer = i;
                writers.add(() -> {
                    for (int n = 0; n < 15; n++) {
                        var name = writer + "-" + n + ";";
                        office.transactions.executeWithoutResult(status -> {
                            office.sql
                                    .sql("insert into change (name) values (:name)")
                                    .param("name", name)
                                    .update();
                            // In turn the one and the other recipient first: this must not lock up.
                            for (var key : writer % 2 == 0 ? List.of("a", "b") : List.of("b", "a")) {
                                office.outbox.gather(
                                        PostOffice.to(key + "@kupec.example", key),
                                        key,
                                        Duration.ZERO,
                                        office.clock.instant(),
                                        since -> PostOffice.letter(allChanges()));
                            }
                        });
                    }
                    return "";
                });
            }
            office.sql.sql("create table change (id serial, name text)").update();
            var written = new AtomicBoolean();
            var sender = threads.submit(() -> {
                while (!written.get()) {
                    office.queue.claim().ifPresent(mail -> {
                        told.add(mail.address() + mail.subject());
                        office.queue.record(mail, new Delivery.Sent());
                    });
                }
            });
            for (var done : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                done.get();
            }
            written.set(true);
            sender.get(60, TimeUnit.SECONDS); // not interrupted: what it has claimed it is to tell
        }
        for (var mail = office.queue.claim(); mail.isPresent(); mail = office.queue.claim()) {
            told.add(mail.get().address() + mail.get().subject());
        }
        assertThat(told).anyMatch(mail -> mail.startsWith("a@") && mail.split(";").length >= 90);
        assertThat(told).anyMatch(mail -> mail.startsWith("b@") && mail.split(";").length >= 90);
    }

    private String allChanges() {
        return office.sql
                .sql("select string_agg(name, '' order by id) from change")
                .query(String.class)
                .single();
    }

    private Instant change(String subject) {
        var since = new ArrayList<Instant>();
        office.transactions.executeWithoutResult(status -> gather(office.clock.instant(), subject, since));
        return since.getFirst();
    }

    private void gather(Instant changedAt, String subject, List<Instant> since) {
        office.outbox.gather(PostOffice.to(JANA, "Jana Zupan"), "case-2580:jana", WAIT, changedAt, from -> {
            since.add(from);
            return PostOffice.letter(subject);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
