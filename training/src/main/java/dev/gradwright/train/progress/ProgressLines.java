package dev.gradwright.train.progress;

import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** A line for each epoch: {@code epoch 3/30: loss 0.1234, accuracy 0.9780; 1,250 steps/s, 0:00:12 left}. */
final class ProgressLines implements Hook {

    private final PrintStream out;
    private final LongSupplier nanos;
    private long startedAt;
    private long startedFrom;

    ProgressLines(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return "progress";
    }

    @Override
    public void onTrainBegin(Run run) {
        startedAt = nanos.getAsLong();
        startedFrom = run.step();
        if (startedFrom > 0) {
            out.println("training goes on from step " + startedFrom);
        }
    }

    @Override
    public void onEpochEnd(Run run) {
        double seconds = (nanos.getAsLong() - startedAt) / 1e9;
        double rate = (run.step() - startedFrom) / seconds;
        long left = Math.round((run.epochs() - run.epoch()) * (long) run.batches() / rate);
        String metrics = run.metrics().entrySet().stream()
                .map(metric -> String.format(Locale.ROOT, "%s %.4g", metric.getKey(), metric.getValue()))
                .collect(Collectors.joining(", "));
        out.println(String.format(
                Locale.ROOT,
                "epoch %d/%d: %s; %,.0f steps/s, %d:%02d:%02d left",
                run.epoch(),
                run.epochs(),
                metrics,
                rate,
                left / 3600,
                left / 60 % 60,
                left % 60));
    }

    @Override
    public void onTrainEnd(Run run) {
        run.stopped().ifPresent(stop -> out.println(stop.sentence()));
    }
}
