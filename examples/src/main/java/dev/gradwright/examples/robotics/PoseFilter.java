package dev.gradwright.examples.robotics;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import dev.gradwright.Shape;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/**
 * The log likelihood of what a vehicle saw of its pose (two coordinates and an angle), by the filter of Kalman. What is learned is how far
 * it drifts and how well it sees, as logarithms of variances.
 */
public final class PoseFilter {

    private PoseFilter() {}

    @Differentiable
    public static double logLikelihood(
            @Shape("steps, 3") double[][] seen,
            DMatrix3x3 motion,
            @Shape("3") double[] logDrift,
            @Shape("3") double[] logNoise) {
        DMatrix3 state = new DMatrix3();
        DMatrix3x3 covariance = new DMatrix3x3();
        CommonOps_DDF3.setIdentity(covariance);
        double sum = 0;
        for (double[] pose : seen) {
            predict(motion, logDrift, state, covariance);
            sum += correct(new DMatrix3(pose[0], pose[1], pose[2]), logNoise, state, covariance);
        }
        return sum;
    }

    @Sample("motion")
    static DMatrix3x3 sampleMotion(RandomGenerator random) {
        double turn = random.nextDouble();
        return new DMatrix3x3(Math.cos(turn), -Math.sin(turn), 0, Math.sin(turn), Math.cos(turn), 0, 0, 0, 0.9);
    }

    /** {@code x = F x, P = F P F' + Q}. */
    private static void predict(DMatrix3x3 motion, double[] logDrift, DMatrix3 state, DMatrix3x3 covariance) {
        DMatrix3 moved = new DMatrix3();
        DMatrix3x3 half = new DMatrix3x3();
        CommonOps_DDF3.mult(motion, state, moved);
        state.setTo(moved);
        CommonOps_DDF3.mult(motion, covariance, half);
        CommonOps_DDF3.multTransB(half, motion, covariance);
        addVariances(logDrift, covariance);
    }

    /** {@code S = P + R, K = P S^-1, x += K y, P -= K P}; gives the log likelihood of the innovation y. */
    private static double correct(DMatrix3 seen, double[] logNoise, DMatrix3 state, DMatrix3x3 covariance) {
        DMatrix3 innovation = new DMatrix3();
        CommonOps_DDF3.subtract(seen, state, innovation);
        DMatrix3x3 spread = new DMatrix3x3(covariance);
        addVariances(logNoise, spread);
        DMatrix3x3 inverse = new DMatrix3x3();
        CommonOps_DDF3.invert(spread, inverse);
        DMatrix3x3 gain = new DMatrix3x3();
        CommonOps_DDF3.mult(covariance, inverse, gain);
        DMatrix3 step = new DMatrix3();
        CommonOps_DDF3.mult(gain, innovation, step);
        CommonOps_DDF3.addEquals(state, step);
        DMatrix3x3 known = new DMatrix3x3();
        CommonOps_DDF3.mult(gain, covariance, known);
        CommonOps_DDF3.subtractEquals(covariance, known);
        DMatrix3 weighted = new DMatrix3();
        CommonOps_DDF3.mult(inverse, innovation, weighted);
        double logDeterminant = Math.log(CommonOps_DDF3.det(spread));
        return -0.5 * (3 * Math.log(2 * Math.PI) + logDeterminant + CommonOps_DDF3.dot(innovation, weighted));
    }

    private static void addVariances(double[] logVariances, DMatrix3x3 covariance) {
        for (int i = 0; i < 3; i++) {
            covariance.set(i, i, covariance.get(i, i) + Math.exp(logVariances[i]));
        }
    }
}
