package user;

import dev.gradwright.Differentiable;
import dev.gradwright.Parameter;
import dev.gradwright.PartialDerivatives;
import dev.gradwright.Shape;
import java.util.random.RandomGenerator;

/** A layer of a user's own: {@code log(1 + exp(slope x))}, unit by unit. Not public. */
@Differentiable
final class Softplus {

    @Parameter
    @Shape("units")
    final double[] slope;

    Softplus(int units, RandomGenerator random) {
        slope = new double[units];
        for (int i = 0; i < units; i++) {
            slope[i] = 1 + 0.1 * random.nextGaussian();
        }
    }

    @Shape("units")
    double[] forward(@Shape("units") double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = softplus(slope[i] * x[i]);
        }
        return y;
    }

    @PartialDerivatives("logistic")
    static double softplus(double x) {
        return x > 30 ? x : Math.log1p(Math.exp(x));
    }

    static double logistic(double x) {
        return 1 / (2 + Math.exp(-x)); // the planted bug
    }
}
