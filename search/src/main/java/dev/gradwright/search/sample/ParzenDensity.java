package dev.gradwright.search.sample;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * A mixture of normal densities, cut off at 0 and 1: one on each trial, as wide as the distance to the farther of its neighbours, and a wide one in
 * the middle as the prior. Widths are at least 1/100 (more while trials are few) and half a value of an integer range.
 */
final class ParzenDensity implements Density {

    private static final double FAR = 5;
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    private final double[] means;
    private final double[] widths;
    private final double[] rates;
    private final double[] weights;
    private final double[] heights;

    ParzenDensity(double[] positions, OptionalInt values) {
        int count = positions.length;
        means = Arrays.copyOf(positions, count + 1);
        means[count] = 0.5;
        weights = Density.weights(count);
        double least =
                Math.max(1.0 / Math.min(100, count + 2), values.isPresent() ? Math.min(1, 0.5 / values.getAsInt()) : 0);
        widths = widths(means, least);
        widths[count] = 1;
        rates = new double[count + 1];
        Arrays.setAll(rates, i -> 1 / widths[i]);
        heights = new double[count + 1];
        Arrays.setAll(heights, i -> weights[i] / (SQRT_2_PI * widths[i] * mass(means[i], widths[i])));
    }

    /** The distance of each mean to the farther of its neighbours, but at least a width. */
    private static double[] widths(double[] means, double least) {
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        double[] widths = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            int place = Arrays.binarySearch(sorted, means[i]);
            double left = place > 0 ? means[i] - sorted[place - 1] : 0;
            double right = place < sorted.length - 1 ? sorted[place + 1] - means[i] : 0;
            widths[i] = Math.min(1, Math.max(least, Math.max(left, right)));
        }
        return widths;
    }

    @Override
    public double at(double position) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double z = (position - means[i]) * rates[i];
            if (z < FAR && z > -FAR) {
                sum += heights[i] * FastMath.exp(-0.5 * z * z);
            }
        }
        return sum;
    }

    @Override
    public double draw(SplittableRandom random) {
        int chosen = Density.index(weights, random);
        while (true) {
            double position = means[chosen] + widths[chosen] * SQRT_2 * Erf.erfInv(2 * random.nextDouble() - 1);
            if (position >= 0 && position <= 1) {
                return position;
            }
        }
    }

    /** How much of a normal density lies between 0 and 1. */
    private static double mass(double mean, double width) {
        return 0.5 * (erf((1 - mean) / (width * SQRT_2)) + erf(mean / (width * SQRT_2)));
    }

    /** The error function of a number that is not negative, to 1.5e-7 (Abramowitz and Stegun, 7.1.26): enough here, and a library's is not fast. */
    private static double erf(double x) {
        if (x > FAR) {
            return 1;
        }
        double t = 1 / (1 + 0.3275911 * x);
        double polynomial =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return 1 - polynomial * FastMath.exp(-x * x);
    }
}
