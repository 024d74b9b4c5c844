package dev.gradwright.search.report;

import dev.gradwright.search.space.Choices;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each hyperparameter decides whether a trial is among the best tenth: the Pearson divergence of the density of its values there from that of its
 * values in all trials, as a fraction of the sum over all hyperparameters (PED-ANOVA: Watanabe, Bansal, Hutter 2023). Joint effects of several are not
 * seen. With few trials it is a guess: chance gives a hyperparameter without effect some importance too.
 */
public final class Importance {

    private static final int LEAST_TRIALS = 20;
    private static final int LEAST_TOP = 5;
    private static final double TOP = 0.1;
    private static final int GRID = 50;

    private Importance() {}

    /** Importances by name, which add up to 1; nothing while fewer than twenty trials are completed, or if nothing differs. */
    public static Map<String, Double> of(Space space, List<TrialRecord> trials, Direction direction) {
        List<TrialRecord> ranked = TrialRecord.ranked(trials, direction);
        Map<String, Double> importances = new LinkedHashMap<>();
        if (ranked.size() < LEAST_TRIALS) {
            return importances;
        }
        List<TrialRecord> top = ranked.subList(0, (int) Math.max(LEAST_TOP, Math.ceil(TOP * ranked.size())));
        double sum = 0;
        for (Dimension<?> dimension : space.dimensions()) {
            double divergence = divergence(
                    density(dimension.name(), dimension.range(), top),
                    density(dimension.name(), dimension.range(), ranked));
            importances.put(dimension.name(), divergence);
            sum += divergence;
        }
        double total = sum;
        importances.replaceAll((name, divergence) -> divergence / total);
        return total > 0 ? importances : Map.of();
    }

    private static double divergence(double[] top, double[] all) {
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            double ratio = top[i] / all[i] - 1;
            sum += all[i] * ratio * ratio;
        }
        return sum;
    }

    /** Probabilities of pieces of the scale, or of choices, with one trial more that is spread evenly. */
    private static <T> double[] density(String name, Range<T> range, List<TrialRecord> trials) {
        double[] positions = trials.stream()
                .flatMap(trial -> trial.point().find(name).stream())
                .filter(range::contains)
                .mapToDouble(value -> range.position(range.cast(value)))
                .toArray();
        int pieces = range instanceof Choices<?> choices ? choices.values().size() : GRID;
        double[] density = new double[pieces];
        Arrays.fill(density, 1.0 / pieces);
        double width = range instanceof Choices ? 0 : scott(positions);
        for (double position : positions) {
            double[] kernel = new double[pieces];
            for (int i = 0; i < pieces; i++) {
                double z = ((i + 0.5) / pieces - position) / width;
                kernel[i] = width == 0
                        ? (i == (int) Math.min(pieces - 1, position * pieces) ? 1 : 0)
                        : Math.exp(-0.5 * z * z);
            }
            double mass = Arrays.stream(kernel).sum();
            for (int i = 0; i < pieces; i++) {
                density[i] += kernel[i] / mass;
            }
        }
        double total = Arrays.stream(density).sum();
        return Arrays.stream(density).map(d -> d / total).toArray();
    }

    /** Scott's width of kernels for a sample, but at least a piece. */
    private static double scott(double[] positions) {
        double mean = Arrays.stream(positions).average().orElse(0.5);
        double variance = Arrays.stream(positions)
                        .map(position -> (position - mean) * (position - mean))
                        .sum()
                / Math.max(1, positions.length - 1);
        return Math.max(1.0 / GRID, 1.059 * Math.sqrt(variance) * Math.pow(Math.max(1, positions.length), -0.2));
    }
}
