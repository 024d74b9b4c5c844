package dev.gradwright.search.watch;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.trial.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether the best of several points is better than the next by more than chance, given results with several seeds each. The results that the points were
 * chosen by do not count: the best of many is lucky more often than not.
 *
 * @param candidates the points, that with the better mean first
 * @param pValue how probable a difference of the first two as large as this one is, either way, if they are equally good (Welch's t-test, which
 *     does not take their deviations for equal); NaN if it cannot be told
 */
public record SeedNoise(List<Candidate> candidates, double pValue) {

    private static final double SIGNIFICANT = 0.05;

    /**
     * A point with its results.
     *
     * @param point its hyperparameters
     * @param values its results, a seed each
     */
    public record Candidate(Assignment point, List<Double> values) {

        /** The mean of the results. */
        public double mean() {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }

        /** Their standard deviation, with {@code n - 1}. */
        public double deviation() {
            double mean = mean();
            double squares = values.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            return Math.sqrt(squares / (values.size() - 1));
        }

        double squaredError() {
            double deviation = deviation();
            return deviation * deviation / values.size();
        }
    }

    /**
     * Compares points.
     *
     * @throws IllegalArgumentException if there is no point, or one without results
     */
    public static SeedNoise of(List<Candidate> candidates, Direction direction) {
        if (candidates.isEmpty() || candidates.stream().anyMatch(c -> c.values().isEmpty())) {
            throw new IllegalArgumentException("nothing to compare; give at least one point, and a result of each");
        }
        List<Candidate> ranked = candidates.stream()
                .sorted(Comparator.comparingDouble(candidate -> direction.cost(candidate.mean())))
                .toList();
        double p = ranked.size() < 2 ? Double.NaN : welch(ranked.get(0), ranked.get(1));
        return new SeedNoise(ranked, p);
    }

    /** The probability of a larger difference of means by chance, on either side: Student's distribution with the degrees of Welch and Satterthwaite. */
    static double welch(Candidate one, Candidate other) {
        if (one.values().size() < 2 || other.values().size() < 2) {
            return Double.NaN;
        }
        double a = one.squaredError();
        double b = other.squaredError();
        double difference = Math.abs(one.mean() - other.mean());
        if (a + b == 0) {
            return difference == 0 ? 1 : 0;
        }
        double degrees = (a + b)
                * (a + b)
                / (a * a / (one.values().size() - 1) + b * b / (other.values().size() - 1));
        return 2 * new TDistribution(degrees).cumulativeProbability(-difference / Math.sqrt(a + b));
    }

    /** The point with the best mean. */
    public Candidate winner() {
        return candidates.get(0);
    }

    /** Whether the winner is better than the next by more than chance, at the level of 5 %. */
    public boolean isLargerThanNoise() {
        return pValue < SIGNIFICANT;
    }

    /** The means, and whether their difference says anything, in a sentence. */
    public String sentence() {
        if (candidates.size() < 2) {
            return "there is nothing to compare the winner with";
        }
        double[] means = candidates.stream().mapToDouble(Candidate::mean).toArray();
        String values = String.format(
                Locale.ROOT,
                "the winner has a mean of %.4g and a deviation of %.2g over %d seeds, the next %.4g and %.2g",
                means[0],
                winner().deviation(),
                winner().values().size(),
                means[1],
                candidates.get(1).deviation());
        if (Double.isNaN(pValue)) {
            return values + "; one seed each does not tell whether this is noise";
        }
        return values
                + String.format(
                        Locale.ROOT,
                        isLargerThanNoise()
                                ? "; the difference is larger than the noise (Welch's t-test, p = %.2g)"
                                : "; the difference is not larger than the noise (Welch's t-test, p = %.2g): take either",
                        pValue);
    }
}
