package dev.gradwright.processor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Threads with deep stacks for what needs no compiler, while the compiler's own goes on. They end with the work: a build tool that
 * stays keeps none of them.
 */
final class Workers implements AutoCloseable {

    /** What the compiler's thread can keep busy: reading a class takes about a third of the time that the rest takes. */
    private static final int MOST = 4;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(Math.min(MOST, Runtime.getRuntime().availableProcessors()), DeepStack::thread);

    /** Begins some work; gives what waits for its result, and throws what it has thrown. */
    <T> Supplier<T> begin(Supplier<T> work) {
        Future<T> result = threads.submit(work::get);
        return () -> DeepStack.resultOf(result);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
