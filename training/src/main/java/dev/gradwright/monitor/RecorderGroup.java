package dev.gradwright.monitor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives everything to several recorders. One that fails, because the disk is full for instance, is reported once and gets nothing more; the others
 * and the training go on.
 */
public final class RecorderGroup implements Recorder {

    private final Consumer<String> report;
    private final List<Recorder> recorders;
    private final List<String> failures = new ArrayList<>();

    /**
     * A group.
     *
     * @param report is told in a sentence which recorder failed and why
     */
    public RecorderGroup(Consumer<String> report, List<? extends Recorder> recorders) {
        this.report = report;
        this.recorders = new ArrayList<>(recorders);
    }

    /** A group that reports on the error output. */
    public static RecorderGroup of(Recorder... recorders) {
        return new RecorderGroup(System.err::println, List.of(recorders));
    }

    /** What was reported so far. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void resume(long step) {
        each(recorder -> recorder.resume(step));
    }

    @Override
    public void scalar(String tag, long step, double value) {
        each(recorder -> recorder.scalar(tag, step, value));
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram) {
        each(recorder -> recorder.histogram(tag, step, histogram));
    }

    @Override
    public void picture(String tag, long step, Picture picture) {
        each(recorder -> recorder.picture(tag, step, picture));
    }

    @Override
    public void finding(Finding finding) {
        each(recorder -> recorder.finding(finding));
    }

    @Override
    public void flush() {
        each(Recorder::flush);
    }

    @Override
    public void close() {
        each(Recorder::close);
    }

    /** What a recorder is asked to do. */
    private interface Request {
        void to(Recorder recorder) throws IOException;
    }

    private void each(Request request) {
        for (Iterator<Recorder> all = recorders.iterator(); all.hasNext(); ) {
            Recorder recorder = all.next();
            try {
                request.to(recorder);
            } catch (IOException | RuntimeException e) {
                all.remove();
                drop(recorder, e);
            }
        }
    }

    private void drop(Recorder recorder, Exception cause) {
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        try {
            recorder.close();
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
        String sentence = "Nothing more is recorded in the " + recorder + ", and training goes on: " + why;
        failures.add(sentence);
        report.accept(sentence);
    }
}
