package dev.gradwright.train;

import java.util.Collection;
import java.util.Map;

/**
 * A metric that is to be low or high.
 *
 * @param metric its name, as {@link Run#metrics} has it: {@code validation loss}
 * @param isLow whether it is to be low
 */
public record Goal(String metric, boolean isLow) {

    /** A metric that is to be low, such as a loss. */
    public static Goal lowest(String metric) {
        return new Goal(metric, true);
    }

    /** A metric that is to be high, such as an accuracy. */
    public static Goal highest(String metric) {
        return new Goal(metric, false);
    }

    /** Whether a value is better than the best so far by more than a difference; NaN never is, and any number is better than NaN. */
    boolean isBetter(double value, double best, double difference) {
        return Double.isNaN(best)
                ? !Double.isNaN(value)
                : isLow ? value < best - difference : value > best + difference;
    }

    /** The metric among others. */
    double of(Map<String, Double> metrics) {
        return metrics.get(metric);
    }

    /**
     * Makes sure that there will be such a metric.
     *
     * @throws IllegalArgumentException if not, naming those that there will be
     */
    void requireIn(Collection<String> names) {
        if (!names.contains(metric)) {
            throw new IllegalArgumentException(
                    "there is no metric named " + metric + " to make as good as can be; this training has " + names);
        }
    }

    @Override
    public String toString() {
        return (isLow ? "lowest " : "highest ") + metric;
    }
}
