package dev.gradwright.benchmarks.reprojection;

import dev.gradwright.benchmarks.gradient.Ways;
import dev.gradwright.examples.adbench.BundleAdjustment;

/** The residual of the examples. */
public final class ReprojectionWays {

    private ReprojectionWays() {}

    /** Both errors, added for a value, and the rows of their Jacobian. */
    public static Ways of() {
        Observation at = Observation.sample();
        return new Ways(
                () -> {
                    double[] error =
                            BundleAdjustment.reprojectionError(at.camera(), at.point(), at.weight(), at.seen());
                    return error[0] + error[1];
                },
                () -> new GeneratedReprojection(at),
                () -> new HandReprojection(at),
                () -> new TapeReprojection(at),
                () -> new HipparchusReprojection(at));
    }
}
