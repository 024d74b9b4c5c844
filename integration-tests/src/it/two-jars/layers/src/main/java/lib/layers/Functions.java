package lib.layers;

import dev.gradwright.Differentiable;
import dev.gradwright.PartialDerivatives;
import dev.gradwright.Shape;

/** Functions for other jars to call. */
public final class Functions {

    private Functions() {}

    @Differentiable
    public static double norm(@Shape("n") double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    @PartialDerivatives("logistic")
    public static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
