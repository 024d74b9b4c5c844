package dev.gradwright.benchmarks.process;

import dev.gradwright.benchmarks.gradient.Objective;
import org.hipparchus.analysis.differentiation.Gradient;

/** With Hipparchus. */
final class HipparchusProcess implements Objective {

    private final ProcessInput at;
    private final int n;
    private Gradient result;

    HipparchusProcess(ProcessInput at) {
        this.at = at;
        this.n = at.x().length;
    }

    @Override
    public double valueAndGradient() {
        int parameters = n + 2;
        Gradient length = Gradient.variable(parameters, 0, at.logLength()).exp();
        Gradient noise = Gradient.variable(parameters, 1, at.logNoise()).exp();
        Gradient[][] a = filled(length.reciprocal(), noise);
        factorize(a);
        Gradient[] z = new Gradient[n];
        Gradient sum = Gradient.constant(parameters, -0.5 * n * Math.log(2 * Math.PI));
        for (int i = 0; i < n; i++) {
            Gradient rest = Gradient.variable(parameters, 2 + i, at.y()[i]);
            for (int k = 0; k < i; k++) {
                rest = rest.subtract(a[i][k].multiply(z[k]));
            }
            z[i] = rest.divide(a[i][i]);
            sum = sum.subtract(z[i].square().multiply(0.5)).subtract(a[i][i].log());
        }
        result = sum;
        return sum.getValue();
    }

    private Gradient[][] filled(Gradient inverse, Gradient noise) {
        Gradient[][] a = new Gradient[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = inverse.multiply(at.x()[i] - at.x()[j])
                        .square()
                        .multiply(-0.5)
                        .exp();
            }
            a[i][i] = a[i][i].add(noise.add(0.1));
        }
        return a;
    }

    private void factorize(Gradient[][] a) {
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                a[j][j] = a[j][j].subtract(a[j][k].square());
            }
            a[j][j] = a[j][j].sqrt();
            for (int i = j + 1; i < n; i++) {
                for (int k = 0; k < j; k++) {
                    a[i][j] = a[i][j].subtract(a[i][k].multiply(a[j][k]));
                }
                a[i][j] = a[i][j].divide(a[j][j]);
            }
        }
    }

    @Override
    public double[] gradient() {
        return result.getGradient();
    }
}
