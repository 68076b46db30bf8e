package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessorWorkTests {

    private final ProcessorWork processors = new ProcessorWork();

    @Test
    void theResultOrTheFailureComesBack() {
        assertThat(processors.run(() -> 6 * 7)).isEqualTo(42);
        assertThatThrownBy(() -> processors.run(() -> {
                    throw new IllegalStateException("as it was thrown");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("as it was thrown");
    }

    @Test
    void otherVirtualThreadsGoOnMeanwhile() throws InterruptedException {
        var done = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var pieces = 4 * Runtime.getRuntime().availableProcessors();
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, pieces).forEach(piece -> requests.submit(() -> processors.run(() -> busyUntil(go))));
            requests.submit(done::countDown);
            var served = done.await(10, TimeUnit.SECONDS);
            go.countDown();
            assertThat(served).isTrue();
        }
    }

    private static boolean busyUntil(CountDownLatch go) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (go.getCount() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return go.getCount() == 0;
    }
}
