package dev.gradwright.processor;

/**
 * Runs something with a stack for deep recursion: a sum of thousands of terms is a tree as deep. The compiler waits meanwhile, so
 * it is still used by one thread at a time.
 */
final class DeepStack {

    private static final long BYTES = 512L << 20;

    private DeepStack() {}

    static void run(Runnable action) {
        Throwable[] thrown = {null};
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException | Error e) {
                        thrown[0] = e;
                    }
                },
                "gradwright",
                BYTES);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        waitFor(thread);
        if (thrown[0] instanceof RuntimeException e) {
            throw e;
        } else if (thrown[0] instanceof Error e) {
            throw e;
        }
    }

    private static void waitFor(Thread thread) {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
