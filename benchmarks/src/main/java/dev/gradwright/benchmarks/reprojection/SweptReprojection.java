package dev.gradwright.benchmarks.reprojection;

import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.adbench.BundleAdjustmentGradient;
import java.util.Arrays;

/** With the generated gradient: one forward sweep, a reverse sweep for each row of the Jacobian. */
final class SweptReprojection implements Objective {

    private static final double[][] SEEDS = {{1, 0}, {0, 1}};

    private final BundleAdjustmentGradient gradient = BundleAdjustmentGradient.create();
    private final Observation at;
    private final double[] jacobian = new double[2 * Observation.ARGUMENTS];

    SweptReprojection(Observation at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        double[] error = gradient.reprojectionError(at.camera(), at.point(), at.weight(), at.seen());
        double sum = error[0] + error[1];
        for (int row = 0; row < 2; row++) {
            gradient.reprojectionErrorPullback(SEEDS[row]);
            int first = row * Observation.ARGUMENTS;
            System.arraycopy(gradient.reprojectionErrorCamera(), 0, jacobian, first, 11);
            System.arraycopy(gradient.reprojectionErrorPoint(), 0, jacobian, first + 11, 3);
            jacobian[first + 14] = gradient.reprojectionErrorWeight();
        }
        return sum;
    }

    @Override
    public double[] gradient() {
        return Arrays.copyOf(jacobian, jacobian.length);
    }
}
