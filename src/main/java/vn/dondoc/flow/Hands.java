package vn.dondoc.flow;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Several threads that do the same work side by side. */
final class Hands {
    private Hands() {}

    /**
     * Returns when the last has finished. One alone works on the caller's thread. When the work of one fails, the others
     * go on to their end; then the failure comes out here.
     */
    static void together(int count, Runnable work) {
        if (count == 1) {
            work.run();
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "sending");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletableFuture.allOf(IntStream.range(0, count)
                            .mapToObj(hand -> CompletableFuture.runAsync(work, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw failureOf(failed);
        } finally {
            threads.shutdown();
        }
    }

    private static RuntimeException failureOf(CompletionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error broken) {
            throw broken;
        }
        return cause instanceof RuntimeException failure ? failure : failed;
    }
}
