package dev.gradwright.processor;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs something with a stack for deep recursion: a sum of thousands of terms is a tree as deep. The compiler waits meanwhile, so
 * it is still used by one thread at a time.
 */
final class DeepStack {

    private static final long BYTES = 512L << 20;

    private DeepStack() {}

    /** What an action gives; throws what it throws. */
    static <T> T call(Supplier<T> action) {
        FutureTask<T> task = new FutureTask<>(action::get);
        thread(task).start();
        return resultOf(task);
    }

    /** A thread with such a stack, which keeps no virtual machine from ending. */
    static Thread thread(Runnable action) {
        Thread thread = new Thread(null, action, "gradwright", BYTES);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /** The result of what another such thread does, however often this one is interrupted meanwhile; throws what that has thrown. */
    static <T> T resultOf(Future<T> future) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
