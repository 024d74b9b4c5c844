package dev.gradwright.benchmarks.reprojection;

import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.adbench.BundleAdjustmentJacobianRows;
import java.util.Arrays;

/** With generated code: one forward sweep, and one reverse sweep for both rows of the Jacobian. */
final class GeneratedReprojection implements Objective {

    private static final double[] FIRST = {1, 0};
    private static final double[] SECOND = {0, 1};

    private final BundleAdjustmentJacobianRows rows = BundleAdjustmentJacobianRows.create();
    private final Observation at;
    private final double[] jacobian = new double[2 * Observation.ARGUMENTS];

    GeneratedReprojection(Observation at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        double[] error = rows.reprojectionError(at.camera(), at.point(), at.weight(), at.seen());
        double sum = error[0] + error[1];
        rows.reprojectionErrorBackward(FIRST, SECOND);
        for (int row = 0; row < 2; row++) {
            int first = row * Observation.ARGUMENTS;
            System.arraycopy(rows.reprojectionErrorCamera(row), 0, jacobian, first, 11);
            System.arraycopy(rows.reprojectionErrorPoint(row), 0, jacobian, first + 11, 3);
            jacobian[first + 14] = rows.reprojectionErrorWeight(row);
        }
        return sum;
    }

    @Override
    public double[] gradient() {
        return Arrays.copyOf(jacobian, jacobian.length);
    }
}
