package dev.gradwright.monitor.console;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Recorder;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Prints plain lines: the numbers of a step on one, and each finding in words when it comes.
 *
 * <pre>
 * step 1200  train/loss 0.1483  train/accuracy 0.9583
 * WARNING update-ratio (output.bias) at step 1210: The updates of output.bias are 3.1e-2 of its size. Lower its learning rate.
 * </pre>
 *
 * <p>A finding that comes again and again is printed for the first, tenth, hundredth time and so on. Histograms and pictures are left out.
 */
public final class ConsoleRecorder implements Recorder {

    private static final long EVERY = 100;
    private static final Pattern USUAL = Pattern.compile("((train|validation|test)/)?(loss|accuracy)");

    private final PrintStream out;
    private final long every;
    private final Predicate<String> tags;
    private final Map<String, Double> line = new LinkedHashMap<>();
    private final Map<String, Long> due = new HashMap<>();
    private final Map<String, Integer> found = new HashMap<>();
    private long step;

    private ConsoleRecorder(PrintStream out, long every, Predicate<String> tags) {
        this.out = out;
        this.every = every;
        this.tags = tags;
    }

    /** Prints losses and accuracies, each once in every hundred steps. */
    public static ConsoleRecorder to(PrintStream out) {
        return new ConsoleRecorder(out, EVERY, tag -> USUAL.matcher(tag).matches());
    }

    /**
     * Prints a number of each tag once in so many steps.
     *
     * @throws IllegalArgumentException if that is not positive
     */
    public ConsoleRecorder every(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("lines every " + steps + " steps; the least is 1");
        }
        return new ConsoleRecorder(out, steps, tags);
    }

    /** Prints numbers with certain tags only. */
    public ConsoleRecorder showing(Predicate<String> some) {
        return new ConsoleRecorder(out, every, some);
    }

    @Override
    public void resume(long at) {
        due.clear();
    }

    @Override
    public void scalar(String tag, long at, double value) {
        if (at != step) {
            flush();
            step = at;
        }
        if (at >= due.getOrDefault(tag, Long.MIN_VALUE) && tags.test(tag)) {
            line.put(tag, value);
            due.put(tag, at - at % every + every);
        }
    }

    @Override
    public void histogram(String tag, long at, Histogram histogram) {}

    @Override
    public void picture(String tag, long at, Picture picture) {}

    @Override
    public void finding(Finding finding) {
        flush();
        int times = found.merge(finding.severity() + finding.rule() + '\n' + finding.subject(), 1, Integer::sum);
        if (times == 1) {
            out.println(finding);
        } else if (Integer.toString(times).matches("10+")) {
            out.println(finding + " (found " + times + " times)");
        }
    }

    /** Prints what is there of the current step. */
    @Override
    public void flush() {
        if (!line.isEmpty()) {
            StringBuilder text = new StringBuilder("step " + step);
            line.forEach((tag, value) -> text.append(String.format(Locale.ROOT, "  %s %.4g", tag, value)));
            out.println(text);
            line.clear();
        }
    }

    @Override
    public void close() {
        flush();
    }

    @Override
    public String toString() {
        return "console";
    }
}
