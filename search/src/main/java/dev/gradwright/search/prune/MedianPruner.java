package dev.gradwright.search.prune;

import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.TrialRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The median stopping rule (Golovin et al. 2017, "Google Vizier"): stops a trial whose best report so far is worse than the median of what completed trials
 * reported after the same epoch.
 *
 * @param startup how many trials have to be completed before any is pruned
 * @param warmup how many epochs each trial is left in peace
 */
public record MedianPruner(int startup, int warmup) implements Pruner {

    /** Checks the settings. */
    public MedianPruner {
        if (startup < 1 || warmup < 0) {
            throw new IllegalArgumentException(
                    "a median pruner after " + startup + " trials and " + warmup + " epochs; use at least 1 and 0");
        }
    }

    /** After five trials, and the first epoch. */
    public static MedianPruner withDefaults() {
        return new MedianPruner(5, 1);
    }

    @Override
    public Pruning start(Direction direction) {
        return new Medians(direction);
    }

    @Override
    public String toString() {
        return "median after " + startup + " trials and " + warmup + " epochs";
    }

    private final class Medians implements Pruning {

        private final Direction direction;
        private final Map<Integer, EpochCosts> costs = new HashMap<>();

        Medians(Direction direction) {
            this.direction = direction;
        }

        @Override
        public boolean learns() {
            return true;
        }

        @Override
        public void learn(TrialRecord trial) {
            if (trial.isCompleted()) {
                for (Report report : trial.reports()) {
                    costs.computeIfAbsent(report.epoch(), epoch -> new EpochCosts())
                            .add(direction.cost(report.value()));
                }
            }
        }

        @Override
        public Judge judge(int number) {
            Map<Integer, Double> medians = new HashMap<>();
            costs.forEach((epoch, known) -> {
                if (known.count() >= startup && epoch > warmup) {
                    medians.put(epoch, known.median());
                }
            });
            return reports -> verdict(medians, reports);
        }

        private Optional<String> verdict(Map<Integer, Double> medians, List<Report> reports) {
            int epoch = reports.get(reports.size() - 1).epoch();
            double best = reports.stream()
                    .mapToDouble(report -> direction.cost(report.value()))
                    .min()
                    .orElseThrow();
            Double median = medians.get(epoch);
            return median == null || best <= median
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "its best of %.4g in %d epochs is worse than the median of others, %.4g",
                            direction.cost(best),
                            epoch,
                            direction.cost(median)));
        }
    }
}
