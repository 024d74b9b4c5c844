package dev.gradwright.search.prune;

import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.TrialRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rungs of successive halving, with the costs of the trials that reached each. */
final class Rungs implements Pruning {

    private final Direction direction;
    private final int first;
    private final int factor;
    private final int last;
    private final Map<Integer, EpochCosts> rungs = new TreeMap<>();

    /**
     * @param last the last epoch, at which there is nothing left to save
     */
    Rungs(Direction direction, int first, int factor, int last) {
        this.direction = direction;
        this.first = first;
        this.factor = factor;
        this.last = last;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void learn(TrialRecord trial) {
        for (Report report : trial.reports()) {
            if (isRung(report.epoch()) && Double.isFinite(report.value())) {
                rungs.computeIfAbsent(report.epoch(), epoch -> new EpochCosts()).add(direction.cost(report.value()));
            }
        }
    }

    @Override
    public Judge judge(int number) {
        record Bar(double cost, int best, int others) {}
        Map<Integer, Bar> bars = new TreeMap<>();
        rungs.forEach((epoch, known) -> {
            int best = Math.max(1, (known.count() + 1) / factor);
            if (known.count() >= best) {
                bars.put(epoch, new Bar(known.get(best - 1), best, known.count()));
            }
        });
        return reports -> {
            Report last = reports.get(reports.size() - 1);
            Bar bar = bars.get(last.epoch());
            return bar == null || direction.cost(last.value()) <= bar.cost()
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "%.4g after epoch %d is not among the best %d of the %d that got there before, which go to %.4g",
                            last.value(),
                            last.epoch(),
                            bar.best(),
                            bar.others(),
                            direction.cost(bar.cost())));
        };
    }

    private boolean isRung(int epoch) {
        long rung = first;
        while (rung < epoch) {
            rung *= factor;
        }
        return rung == epoch && epoch < last;
    }
}
