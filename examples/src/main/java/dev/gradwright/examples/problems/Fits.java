package dev.gradwright.examples.problems;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import java.util.random.RandomGenerator;

/** Problems that fit a curve to data. The number of each is that in the paper. */
final class Fits {

    private Fits() {}

    /** A point at which the generated gradients are checked. */
    @Sample("x")
    static double[] point(RandomGenerator random) {
        return random.doubles(8, 0.3, 0.9).toArray();
    }

    /** 8. */
    @Differentiable
    static double bard(double[] x) {
        double[] y = {0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39};
        double sum = 0;
        for (int i = 1; i <= 15; i++) {
            int v = 16 - i;
            int w = Math.min(i, v);
            double r = y[i - 1] - (x[0] + i / (v * x[1] + w * x[2]));
            sum += r * r;
        }
        return sum;
    }

    /** 9. */
    @Differentiable
    static double gaussian(double[] x) {
        double[] y = {0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989};
        double sum = 0;
        for (int i = 1; i <= 15; i++) {
            double t = (8 - i) / 2.0;
            double r = x[0] * Math.exp(-x[1] * (t - x[2]) * (t - x[2]) / 2) - y[Math.min(i, 16 - i) - 1];
            sum += r * r;
        }
        return sum;
    }

    /** 10. */
    @Differentiable
    static double meyer(double[] x) {
        double[] y = {
            34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
        };
        double sum = 0;
        for (int i = 1; i <= 16; i++) {
            double t = 45 + 5 * i;
            double r = x[0] * Math.exp(x[1] / (t + x[2])) - y[i - 1];
            sum += r * r;
        }
        return sum;
    }

    /** 11, with the residual corrected to {@code |y - x2|}. */
    @Differentiable
    static double gulf(double[] x) {
        double sum = 0;
        for (int i = 1; i <= 99; i++) {
            double t = i / 100.0;
            double y = 25 + Math.pow(-50 * Math.log(t), 2 / 3.0);
            double r = Math.exp(-Math.pow(Math.abs(y - x[1]), x[2]) / x[0]) - t;
            sum += r * r;
        }
        return sum;
    }

    /** 12. */
    @Differentiable
    static double box(double[] x) {
        double sum = 0;
        for (int i = 1; i <= 10; i++) {
            double t = 0.1 * i;
            double r = Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10 * t));
            sum += r * r;
        }
        return sum;
    }

    /** 15. */
    @Differentiable
    static double kowalikOsborne(double[] x) {
        double[] y = {0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246};
        double[] u = {4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};
        double sum = 0;
        for (int i = 0; i < 11; i++) {
            double square = u[i] * u[i];
            double r = y[i] - x[0] * (square + u[i] * x[1]) / (square + u[i] * x[2] + x[3]);
            sum += r * r;
        }
        return sum;
    }

    /** 16. */
    @Differentiable
    static double brownDennis(double[] x) {
        double sum = 0;
        for (int i = 1; i <= 20; i++) {
            double t = i / 5.0;
            double a = x[0] + t * x[1] - Math.exp(t);
            double b = x[2] + x[3] * Math.sin(t) - Math.cos(t);
            double r = a * a + b * b;
            sum += r * r;
        }
        return sum;
    }

    /** 17. */
    @Differentiable
    static double osborne1(double[] x) {
        double[] y = {
            0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628,
            0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420,
            0.414, 0.411, 0.406
        };
        double sum = 0;
        for (int i = 0; i < 33; i++) {
            double t = 10 * i;
            double r = y[i] - (x[0] + x[1] * Math.exp(-t * x[3]) + x[2] * Math.exp(-t * x[4]));
            sum += r * r;
        }
        return sum;
    }

    /** 18. */
    @Differentiable
    static double biggsExp6(double[] x) {
        double sum = 0;
        for (int i = 1; i <= 13; i++) {
            double t = 0.1 * i;
            double y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t);
            double r = x[2] * Math.exp(-t * x[0]) - x[3] * Math.exp(-t * x[1]) + x[5] * Math.exp(-t * x[4]) - y;
            sum += r * r;
        }
        return sum;
    }
}
