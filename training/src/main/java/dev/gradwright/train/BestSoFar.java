package dev.gradwright.train;

import dev.gradwright.Parameters;
import java.util.Locale;

/** The best value of the goal so far, the parameters that had it if they are wanted, and how long it has not got better. */
final class BestSoFar {

    final Goal goal;
    private final int patience;
    private final double leastChange;
    private final Parameters parameters;
    double value = Double.NaN;
    int epoch;
    double reference = Double.NaN;
    int waited;
    double[] weights;

    /**
     * @param patience after how many epochs without a change for the better training stops; 0 for never
     * @param leastChange by how much a value must be better to count as a change
     * @param parameters whose values at the best epoch are kept; null for none
     */
    BestSoFar(Goal goal, int patience, double leastChange, Parameters parameters) {
        this.goal = goal;
        this.patience = patience;
        this.leastChange = leastChange;
        this.parameters = parameters;
    }

    /** Takes in the value of an epoch; says whether it is the best. */
    boolean observe(int ofEpoch, double now) {
        if (goal.isBetter(now, reference, leastChange)) {
            reference = now;
            waited = 0;
        } else {
            waited++;
        }
        boolean best = goal.isBetter(now, value, 0);
        if (best) {
            value = now;
            epoch = ofEpoch;
            if (parameters != null) {
                weights = weights == null ? new double[parameters.size()] : weights;
                parameters.copyValuesTo(weights);
            }
        }
        return best;
    }

    /** Whether patience is over. */
    boolean isOver() {
        return patience > 0 && waited >= patience;
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "the %s, %.4g after epoch %d, has not got better %sfor %d epochs",
                goal,
                value,
                epoch,
                leastChange > 0 ? "by more than " + leastChange + " " : "",
                waited);
    }

    /** Gives the model the parameters of the best epoch, if they were kept. */
    boolean restore() {
        if (weights != null) {
            parameters.setValues(weights);
        }
        return weights != null;
    }
}
