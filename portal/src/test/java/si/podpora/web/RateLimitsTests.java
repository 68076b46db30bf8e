package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.PortalTests;

class RateLimitsTests extends PortalTests {

    @Autowired
    private RateLimits limits;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whatIsSpentComesBackEvenlyWithTime() {
        assertThat(spent("a", 3)).containsExactly(true, true, true);
        assertThat(limits.allow("a", 3, Duration.ofMinutes(3))).isFalse();
        clock.forward(Duration.ofMinutes(1));
        assertThat(spent("a", 2)).containsExactly(true, false);
    }

    @Test
    void everyKeyCountsForItself() {
        assertThat(spent("a", 3)).doesNotContain(false);
        assertThat(spent("b", 3)).doesNotContain(false);
    }

    @Test
    void theTableTellsNothingOfTheKey() {
        spent("network:192.0.2.0/24", 1);
        assertThat(sql.sql("select id from rate_limit").query(String.class).single())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void oneTooManyIsRefused() {
        spent("a", 3);
        assertThatExceptionOfType(Refusal.TooOften.class)
                .isThrownBy(() -> limits.require("a", 3, Duration.ofMinutes(3)));
    }

    @Test
    void severalAtOnceDoNotSlipThrough() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> ask = () -> limits.allow("a", 3, Duration.ofMinutes(3));
            var allowed = threads.invokeAll(Stream.generate(() -> ask).limit(20).toList()).stream()
                    .filter(answer -> answer.resultNow())
                    .count();
            assertThat(allowed).isEqualTo(3);
        }
    }

    @Test
    void aTransactionMayNotAsk() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.execute(status -> limits.allow("a", 3, Duration.ofMinutes(3))));
    }

    @Test
    void whatHasComeBackLeavesTheTable() {
        limits.allow("a", 1, Duration.ofMillis(1));
        sql.sql("update rate_limit set expires_at = 1").update();
        assertThat(limits.removeExpired()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from rate_limit").query(Long.class).single())
                .isZero();
    }

    private List<Boolean> spent(String key, int times) {
        return Stream.generate(() -> limits.allow(key, 3, Duration.ofMinutes(3)))
                .limit(times)
                .toList();
    }
}
