package dev.gradwright.monitor.setup;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.RecorderGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Gives everything to recorders in the order it comes, on a thread of its own, so that training does not wait while numbers become text and text goes to
 * files. What comes is gathered for some milliseconds, as waking a thread for each number would cost more than writing it.
 *
 * <p>The thread begins with the first record and ends when this is closed; the recorders remain open. What recorders fail of is reported on the thread that
 * records.
 */
final class WritingThread implements Recorder {

    private static final int MOST_WAITING = 1 << 12;
    private static final long GATHERING_MILLIS = 20;
    private static final long FLUSHING_MILLIS = 1000;

    private final RecorderGroup recorders;
    private final Consumer<String> report;
    private final Queue<String> reports;
    private List<Runnable> waiting = new ArrayList<>();
    private ScheduledThreadPoolExecutor thread;
    private volatile Error broken;

    /**
     * Makes a recorder that has no thread yet.
     *
     * @param report is told in a sentence which recorder failed and why
     * @param recorders which {@linkplain Recorder#mayLag may lag}
     */
    WritingThread(Consumer<String> report, List<Recorder> recorders) {
        this.report = report;
        this.reports = new ConcurrentLinkedQueue<>();
        this.recorders = new RecorderGroup(reports::add, recorders);
    }

    /** Waits until it is done, so that nothing else is written to the files before. */
    @Override
    public void resume(long step) {
        add(() -> recorders.resume(step));
        await();
    }

    @Override
    public void scalar(String tag, long step, double value) {
        add(() -> recorders.scalar(tag, step, value));
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        add(() -> recorders.histogram(tag, step, histogram));
    }

    @Override
    public void picture(String tag, long step, Picture picture) {
        add(() -> recorders.picture(tag, step, picture));
    }

    /** Findings are seen at once by those who follow a file. */
    @Override
    public void finding(Finding finding) {
        add(() -> recorders.finding(finding));
        flush();
    }

    /** Has everything flushed soon, but does not wait for it. */
    @Override
    public void flush() {
        add(recorders::flush);
    }

    /** Waits until everything is written. */
    void await() {
        if (thread != null) {
            CompletableFuture.runAsync(this::write, thread)
                    .join(); // goes on waiting where the thread that trains is interrupted
        }
        tellFailures();
    }

    /** Waits until everything is written, and ends the thread. */
    @Override
    public void close() {
        await();
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    private void add(Runnable request) {
        int count;
        synchronized (this) {
            waiting.add(request);
            count = waiting.size();
        }
        if (count == 1) {
            begin().schedule(this::write, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        } else if (count >= MOST_WAITING) {
            await();
        }
        tellFailures();
    }

    private ScheduledThreadPoolExecutor begin() {
        if (thread == null) {
            thread = new ScheduledThreadPoolExecutor(1, work -> {
                Thread made = new Thread(work, "recorders of a training");
                made.setDaemon(true);
                return made;
            });
            thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            thread.scheduleWithFixedDelay(recorders::flush, FLUSHING_MILLIS, FLUSHING_MILLIS, TimeUnit.MILLISECONDS);
        }
        return thread;
    }

    /** Writes what waits; done by the thread. */
    private void write() {
        List<Runnable> all;
        synchronized (this) {
            all = waiting;
            waiting = new ArrayList<>();
        }
        try {
            all.forEach(Runnable::run);
        } catch (Error e) {
            broken = e; // such as a lack of memory, which nobody can be expected to go on after
        }
    }

    private void tellFailures() {
        if (broken != null) {
            throw broken;
        }
        for (String sentence = reports.poll(); sentence != null; sentence = reports.poll()) {
            report.accept(sentence);
        }
    }
}
