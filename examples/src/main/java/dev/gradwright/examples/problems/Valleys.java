package dev.gradwright.examples.problems;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import java.util.random.RandomGenerator;

/** Problems of two to four variables, most of them with a narrow valley. The number of each is that in the paper. */
final class Valleys {

    private Valleys() {}

    /** A point at which the generated gradients are checked. */
    @Sample("x")
    static double[] point(RandomGenerator random) {
        return random.doubles(8, 0.3, 0.9).toArray();
    }

    /** 1. */
    @Differentiable
    static double rosenbrock(double[] x) {
        double a = 10 * (x[1] - x[0] * x[0]);
        double b = 1 - x[0];
        return a * a + b * b;
    }

    /** 2. */
    @Differentiable
    static double freudensteinRoth(double[] x) {
        double a = -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1];
        double b = -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1];
        return a * a + b * b;
    }

    /** 3. */
    @Differentiable
    static double powellBadlyScaled(double[] x) {
        double a = 1e4 * x[0] * x[1] - 1;
        double b = Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001;
        return a * a + b * b;
    }

    /** 4. */
    @Differentiable
    static double brownBadlyScaled(double[] x) {
        double a = x[0] - 1e6;
        double b = x[1] - 2e-6;
        double c = x[0] * x[1] - 2;
        return a * a + b * b + c * c;
    }

    /** 5. */
    @Differentiable
    static double beale(double[] x) {
        double a = 1.5 - x[0] * (1 - x[1]);
        double b = 2.25 - x[0] * (1 - x[1] * x[1]);
        double c = 2.625 - x[0] * (1 - x[1] * x[1] * x[1]);
        return a * a + b * b + c * c;
    }

    /** 6. */
    @Differentiable
    static double jennrichSampson(double[] x) {
        double sum = 0;
        for (int i = 1; i <= 10; i++) {
            double r = 2 + 2 * i - (Math.exp(i * x[0]) + Math.exp(i * x[1]));
            sum += r * r;
        }
        return sum;
    }

    /** 7. */
    @Differentiable
    static double helicalValley(double[] x) {
        double turn = Math.atan(x[1] / x[0]) / (2 * Math.PI);
        double theta = x[0] < 0 ? turn + 0.5 : turn;
        double a = 10 * (x[2] - 10 * theta);
        double b = 10 * (Math.sqrt(x[0] * x[0] + x[1] * x[1]) - 1);
        return a * a + b * b + x[2] * x[2];
    }

    /** 13 with four variables, 22 with more: Powell's singular function, for every four variables. */
    @Differentiable
    static double powellSingular(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i += 4) {
            double a = x[i] + 10 * x[i + 1];
            double b = x[i + 2] - x[i + 3];
            double c = x[i + 1] - 2 * x[i + 2];
            double d = x[i] - x[i + 3];
            sum += a * a + 5 * b * b + c * c * c * c + 10 * d * d * d * d;
        }
        return sum;
    }

    /** 14, with second derivatives, for Newton's method. */
    @Differentiable(secondOrder = true)
    static double wood(double[] x) {
        double a = 10 * (x[1] - x[0] * x[0]);
        double b = 1 - x[0];
        double c = x[3] - x[2] * x[2];
        double d = 1 - x[2];
        double e = x[1] + x[3] - 2;
        double f = x[1] - x[3];
        return a * a + b * b + 90 * c * c + d * d + 10 * e * e + f * f / 10;
    }

    /** 21: Rosenbrock's function for every two variables. */
    @Differentiable
    static double extendedRosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i += 2) {
            double a = 10 * (x[i + 1] - x[i] * x[i]);
            double b = 1 - x[i];
            sum += a * a + b * b;
        }
        return sum;
    }
}
