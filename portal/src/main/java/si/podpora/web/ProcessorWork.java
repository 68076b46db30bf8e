package si.podpora.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Work that keeps a processor busy and takes much memory: hashing a password, decoding a picture. As many
 * pieces at a time as there are processors, each on a thread of the system. A virtual thread gives its
 * processor up only when it waits; a few of them at such work would hold up every other request.
 */
@Component
public class ProcessorWork implements DisposableBean {

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("work-", 1).factory());

    /** Does the work when its turn comes and gives what it gives; what it throws, this throws. */
    public <T extends @Nullable Object> T run(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
