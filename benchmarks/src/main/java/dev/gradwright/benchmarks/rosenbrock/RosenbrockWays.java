package dev.gradwright.benchmarks.rosenbrock;

import dev.gradwright.benchmarks.gradient.Ways;
import java.util.SplittableRandom;

/** The function at a random point. */
public final class RosenbrockWays {

    private RosenbrockWays() {}

    /** The function of so many variables. */
    public static Ways of(int variables) {
        double[] x = new SplittableRandom(1).doubles(variables, -2, 2).toArray();
        return new Ways(
                () -> Rosenbrock.value(x),
                () -> new GeneratedRosenbrock(x),
                () -> new HandRosenbrock(x),
                () -> new TapeRosenbrock(x),
                () -> new HipparchusRosenbrock(x));
    }
}
