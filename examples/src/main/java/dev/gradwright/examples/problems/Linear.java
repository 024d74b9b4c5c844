package dev.gradwright.examples.problems;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import java.util.random.RandomGenerator;

/** Linear problems with twenty residuals. The number of each is that in the paper. */
final class Linear {

    private static final int RESIDUALS = 20;

    private Linear() {}

    /** A point at which the generated gradients are checked. */
    @Sample("x")
    static double[] point(RandomGenerator random) {
        return random.doubles(8, 0.3, 0.9).toArray();
    }

    /** 32. */
    @Differentiable
    static double fullRank(double[] x) {
        double total = 0;
        for (int j = 0; j < x.length; j++) {
            total += x[j];
        }
        double sum = 0;
        for (int i = 0; i < RESIDUALS; i++) {
            double r = -2 * total / RESIDUALS - 1;
            if (i < x.length) {
                r += x[i];
            }
            sum += r * r;
        }
        return sum;
    }

    /** 33. */
    @Differentiable
    static double rankOne(double[] x) {
        double weighted = 0;
        for (int j = 0; j < x.length; j++) {
            weighted += (j + 1) * x[j];
        }
        double sum = 0;
        for (int i = 1; i <= RESIDUALS; i++) {
            double r = i * weighted - 1;
            sum += r * r;
        }
        return sum;
    }

    /** 34: as 33, with zero columns at both ends and zero rows at both ends. */
    @Differentiable
    static double rankOneWithZeros(double[] x) {
        double weighted = 0;
        for (int j = 1; j < x.length - 1; j++) {
            weighted += (j + 1) * x[j];
        }
        double sum = 2;
        for (int i = 1; i < RESIDUALS - 1; i++) {
            double r = i * weighted - 1;
            sum += r * r;
        }
        return sum;
    }
}
