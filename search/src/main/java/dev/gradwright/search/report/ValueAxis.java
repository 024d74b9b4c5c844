package dev.gradwright.search.report;

import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The axis of the value that is minimized or maximized. It goes from the best trial to the ninth tenth, as the worst are often worse by far; what is beyond
 * is drawn at its edge. Logarithmic where all of that is positive and spans over a factor of 20.
 */
final class ValueAxis {

    private static final double SHOWN = 0.9;
    private static final double LOG_FROM = 20;
    private static final double PAD = 0.05;

    private final boolean isLog;
    private final double low;
    private final double high;

    private ValueAxis(boolean isLog, double low, double high) {
        this.isLog = isLog;
        this.low = low;
        this.high = high;
    }

    static ValueAxis of(List<TrialRecord> trials, Direction direction) {
        double[] costs = trials.stream()
                .mapToDouble(trial -> direction.cost(trial.value()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (costs.length == 0) {
            return new ValueAxis(false, 0, 1);
        }
        double[] ends = {direction.cost(costs[0]), direction.cost(costs[(int) Math.ceil(SHOWN * costs.length) - 1])};
        Arrays.sort(ends);
        if (ends[0] == ends[1]) {
            double pad = ends[0] == 0 ? 1 : Math.abs(ends[0]) / 2;
            return new ValueAxis(false, ends[0] - pad, ends[0] + pad);
        }
        boolean isLog = ends[0] > 0 && ends[1] > LOG_FROM * ends[0];
        double pad = PAD * (scaled(isLog, ends[1]) - scaled(isLog, ends[0]));
        double low = scaled(isLog, ends[0]) - pad;
        double high = scaled(isLog, ends[1]) + pad;
        return new ValueAxis(isLog, isLog ? Math.exp(low) : low, isLog ? Math.exp(high) : high);
    }

    private static double scaled(boolean isLog, double value) {
        return isLog ? Math.log(value) : value;
    }

    /** Where a value stands from 0 to 1; at the nearer end if it is beyond. */
    double fraction(double value) {
        if (isLog && value <= 0) {
            return 0;
        }
        double from = scaled(isLog, low);
        return Math.min(1, Math.max(0, (scaled(isLog, value) - from) / (scaled(isLog, high) - from)));
    }

    List<RangeAxis.Tick> ticks() {
        List<RangeAxis.Tick> ticks = new ArrayList<>();
        for (double value : isLog ? RangeAxis.powers(low, high) : RangeAxis.steps(low, high)) {
            ticks.add(new RangeAxis.Tick(fraction(value), Figures.few(value)));
        }
        return ticks;
    }

    boolean isLog() {
        return isLog;
    }
}
