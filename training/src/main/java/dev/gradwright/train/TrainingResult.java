package dev.gradwright.train;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a training has come to. The parameters are in the model.
 *
 * @param stop why it ended
 * @param steps how many steps the optimizer was asked for, those before a resumption among them
 * @param epochs the results of the epochs that were finished, those before a resumption among them
 * @param best the best epoch; empty if none was finished, or the goal had no number
 * @param phases how long each phase took, in this process
 * @param hooks what each hook has cost, in this process
 * @param failures hooks that failed and were not called again
 * @param warnings what went wrong with checkpoints, a sentence each
 */
public record TrainingResult(
        Stop stop,
        long steps,
        List<EpochResult> epochs,
        Optional<Best> best,
        Map<Phase, Duration> phases,
        List<HookCost> hooks,
        List<HookFailure> failures,
        List<String> warnings) {

    /** The name of the loss among the metrics: the mean over the batches of an epoch, each before its step. */
    public static final String LOSS = "loss";

    /** What the names of metrics on validation data begin with. */
    public static final String VALIDATION = "validation ";

    /** Makes a result. */
    public TrainingResult {
        epochs = List.copyOf(epochs);
        hooks = List.copyOf(hooks);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    /** The metrics of the last epoch that was finished; empty if none was. */
    public Map<String, Double> metrics() {
        return epochs.isEmpty() ? Map.of() : epochs.get(epochs.size() - 1).metrics();
    }

    /** How long all phases took together, in this process. */
    public Duration time() {
        return phases.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String toString() {
        return stop.sentence() + "\n"
                + String.format(Locale.ROOT, "%d steps, %d epochs, %.1f s%n", steps, epochs.size(), seconds(time()))
                + metrics().entrySet().stream()
                        .map(metric -> String.format(Locale.ROOT, "%s %.4g%n", metric.getKey(), metric.getValue()))
                        .collect(Collectors.joining())
                + best.map(epoch -> epoch + "\n").orElse("")
                + share("time", phases)
                + share(
                        "hooks",
                        hooks.stream().collect(Collectors.toMap(HookCost::name, HookCost::time, Duration::plus)))
                + failures.stream().map(failure -> failure + "\n").collect(Collectors.joining())
                + warnings.stream().map(warning -> warning + "\n").collect(Collectors.joining());
    }

    private String share(String title, Map<?, Duration> times) {
        String parts = times.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.1f %%",
                        entry.getKey().toString().toLowerCase(Locale.ROOT),
                        100 * seconds(entry.getValue()) / seconds(time())))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "" : title + ": " + parts + "\n";
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
