package dev.gradwright.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks whether training is to end before its time: the process is told to, the thread is interrupted, or a file asks for it. When the process is told to
 * end it waits until the state has been saved.
 */
final class Interruption implements AutoCloseable {

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final RunState run;
    private final Path stopFile;
    private final Thread trainer = Thread.currentThread();
    private final Thread atExit;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean exits;
    private long lookedAt = System.nanoTime() - LOOK_EVERY;

    /**
     * Begins to look.
     *
     * @param stopFile may be null
     * @param savesAtExit whether there is something to wait for when the process ends
     */
    Interruption(RunState run, Path stopFile, boolean savesAtExit) {
        this.run = run;
        this.stopFile = stopFile;
        this.atExit = savesAtExit ? new Thread(this::awaitEnd, "gradwright-save-at-exit") : null;
        if (atExit != null) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
    }

    /** Asks the training to stop if it is to. */
    void look() {
        if (exits) {
            run.stop(Stop.Reason.INTERRUPTED, "the process was told to end");
        } else if (trainer.isInterrupted()) {
            run.stop(Stop.Reason.INTERRUPTED, "the thread was interrupted");
        } else if (stopFile != null && System.nanoTime() - lookedAt >= LOOK_EVERY) {
            lookedAt = System.nanoTime();
            lookForFile();
        }
    }

    private void lookForFile() {
        try {
            if (Files.deleteIfExists(stopFile)) {
                run.stop(Stop.Reason.STOP_FILE, "the file " + stopFile + " asked for it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the stop file " + stopFile + " cannot be removed; without that the next run would stop at once",
                    e);
        }
    }

    private void awaitEnd() {
        if (isExiting(trainer)) {
            return; // it waits for this thread
        }
        exits = true;
        try {
            done.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isExiting(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }

    /** Lets the process end. */
    @Override
    public void close() {
        done.countDown();
        if (atExit != null && !exits) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException exitsAlready) {
                return; // the thread finds that nothing is left to wait for
            }
        }
    }
}
