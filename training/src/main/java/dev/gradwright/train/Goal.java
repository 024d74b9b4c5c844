package dev.gradwright.train;

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

    /**
     * The metric among others.
     *
     * @throws IllegalArgumentException if it is not among them, naming those that are
     */
    double of(Map<String, Double> metrics) {
        Double value = metrics.get(metric);
        if (value == null) {
            throw new IllegalArgumentException(
                    "there is no metric named " + metric + "; this training has " + metrics.keySet());
        }
        return value;
    }

    @Override
    public String toString() {
        return (isLow ? "lowest " : "highest ") + metric;
    }
}
