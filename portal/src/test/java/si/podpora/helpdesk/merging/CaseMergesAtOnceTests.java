package si.podpora.helpdesk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Merging;

/** Merges that meet each other, or a note that is just being written. */
class CaseMergesAtOnceTests extends MergingTests {

    @Autowired
    private Merging merging;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void mergesAtOnceLeaveOneCaseThatAllNumbersFind() throws Exception {
        var third = submitted(janez(), "Tretji");
        var pairs = List.of(List.of(from, into), List.of(into, from), List.of(from, third), List.of(third, into));
        var runs = pairs.stream()
                .map(pair -> CompletableFuture.supplyAsync(() -> confirmed(pair.getFirst(), pair.getLast())))
                .toList();
        for (var run : runs) {
            assertThat(run.get(30, TimeUnit.SECONDS)).isNotNull();
        }
        for (var number : List.of(from, into, third)) {
            assertThat(as("janez").get("/cases/" + number).status()).isIn(200, 303);
        }
        assertThat(count("cases") + count("merged_case")).isEqualTo(3);
        assertThat(count("merged_case m where not exists (select from cases c where c.id = m.case_id)"))
                .isZero();
    }

    @Test
    void aNoteThatArrivesDuringTheMergeIsInTheOneThatStays() throws Exception {
        var seal = seal(from, into);
        var answer = new CompletableFuture<Void>();
        transaction.executeWithoutResult(status -> {
            merging.merge(ana(), from, into, seal);
            Thread.startVirtualThread(() -> {
                try {
                    says(jana(), from, "Še nekaj.");
                    answer.complete(null);
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            waitForALock();
        });
        answer.get(10, TimeUnit.SECONDS);
        assertThat(as("janez").get("/cases/" + into).text()).contains("Še nekaj.");
    }

    private void waitForALock() {
        for (int i = 0; i < 100; i++) {
            var waiting = sql.sql(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                    .query(Long.class)
                    .single();
            if (waiting > 0) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Nobody waits for the merge");
    }

    private Merging.Outcome confirmed(CaseNumber one, CaseNumber other) {
        Actor ana = ana();
        while (true) {
            var outcome = merging.merge(ana, one, other, seal(one, other));
            if (!(outcome instanceof Merging.Outcome.Unconfirmed)) {
                return Objects.requireNonNull(outcome);
            }
        }
    }

    private String seal(CaseNumber one, CaseNumber other) {
        return merging.readers(access.find(ana(), one), access.find(ana(), other))
                .seal();
    }
}
