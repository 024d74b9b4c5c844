package dev.gradwright.benchmarks.rosenbrock;

import dev.gradwright.benchmarks.gradient.Objective;
import org.hipparchus.analysis.differentiation.Gradient;

/** With Hipparchus. */
final class HipparchusRosenbrock implements Objective {

    private final double[] at;
    private Gradient result;

    HipparchusRosenbrock(double[] at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        Gradient[] x = new Gradient[at.length];
        for (int i = 0; i < at.length; i++) {
            x[i] = Gradient.variable(at.length, i, at[i]);
        }
        Gradient sum = Gradient.constant(at.length, 0);
        for (int i = 0; i < at.length - 1; i++) {
            Gradient a = x[i + 1].subtract(x[i].square());
            Gradient b = x[i].negate().add(1);
            sum = sum.add(a.square().multiply(100)).add(b.square());
        }
        result = sum;
        return sum.getValue();
    }

    @Override
    public double[] gradient() {
        return result.getGradient();
    }
}
