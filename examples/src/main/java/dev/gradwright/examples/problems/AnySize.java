package dev.gradwright.examples.problems;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import java.util.random.RandomGenerator;

/** Problems of any number of variables. The number of each is that in the paper. */
final class AnySize {

    private AnySize() {}

    /** A point at which the generated gradients are checked. */
    @Sample("x")
    static double[] point(RandomGenerator random) {
        return random.doubles(8, 0.3, 0.9).toArray();
    }

    /** 20. */
    @Differentiable
    static double watson(double[] x) {
        double first = x[1] - x[0] * x[0] - 1;
        double sum = x[0] * x[0] + first * first;
        for (int i = 1; i <= 29; i++) {
            double t = i / 29.0;
            double slope = 0;
            double value = 0;
            double power = 1;
            for (int j = 0; j < x.length; j++) {
                if (j > 0) {
                    slope += j * x[j] * Math.pow(t, j - 1);
                }
                value += x[j] * power;
                power *= t;
            }
            double r = slope - value * value - 1;
            sum += r * r;
        }
        return sum;
    }

    /** 23. */
    @Differentiable
    static double penalty1(double[] x) {
        double sum = 0;
        double square = -0.25;
        for (int i = 0; i < x.length; i++) {
            sum += 1e-5 * (x[i] - 1) * (x[i] - 1);
            square += x[i] * x[i];
        }
        return sum + square * square;
    }

    /** 24. */
    @Differentiable
    static double penalty2(double[] x) {
        int n = x.length;
        double sum = (x[0] - 0.2) * (x[0] - 0.2);
        double last = n * x[0] * x[0] - 1;
        for (int i = 1; i < n; i++) {
            double y = Math.exp((i + 1) / 10.0) + Math.exp(i / 10.0);
            double a = Math.exp(x[i] / 10) + Math.exp(x[i - 1] / 10) - y;
            double b = Math.exp(x[i] / 10) - Math.exp(-0.1);
            sum += 1e-5 * (a * a + b * b);
            last += (n - i) * x[i] * x[i];
        }
        return sum + last * last;
    }

    /** 25. */
    @Differentiable
    static double variablyDimensioned(double[] x) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - 1) * (x[i] - 1);
            weighted += (i + 1) * (x[i] - 1);
        }
        double square = weighted * weighted;
        return sum + square + square * square;
    }

    /** 26. */
    @Differentiable
    static double trigonometric(double[] x) {
        double cosines = 0;
        for (int i = 0; i < x.length; i++) {
            cosines += Math.cos(x[i]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double r = x.length - cosines + (i + 1) * (1 - Math.cos(x[i])) - Math.sin(x[i]);
            sum += r * r;
        }
        return sum;
    }

    /** 27. */
    @Differentiable
    static double brownAlmostLinear(double[] x) {
        int n = x.length;
        double total = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            total += x[i];
            product *= x[i];
        }
        double sum = (product - 1) * (product - 1);
        for (int i = 0; i < n - 1; i++) {
            double r = x[i] + total - (n + 1);
            sum += r * r;
        }
        return sum;
    }

    /** 28. */
    @Differentiable
    static double discreteBoundaryValue(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double before = 0;
            if (i > 0) {
                before = x[i - 1];
            }
            double after = 0;
            if (i < n - 1) {
                after = x[i + 1];
            }
            double c = x[i] + (i + 1) * h + 1;
            double r = 2 * x[i] - before - after + h * h * c * c * c / 2;
            sum += r * r;
        }
        return sum;
    }

    /** 29. */
    @Differentiable
    static double discreteIntegral(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double t = (i + 1) * h;
            double left = 0;
            double right = 0;
            for (int j = 0; j < n; j++) {
                double s = (j + 1) * h;
                double c = x[j] + s + 1;
                if (j <= i) {
                    left += s * c * c * c;
                } else {
                    right += (1 - s) * c * c * c;
                }
            }
            double r = x[i] + h * ((1 - t) * left + t * right) / 2;
            sum += r * r;
        }
        return sum;
    }

    /** 30. */
    @Differentiable
    static double broydenTridiagonal(double[] x) {
        int n = x.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double r = (3 - 2 * x[i]) * x[i] + 1;
            if (i > 0) {
                r -= x[i - 1];
            }
            if (i < n - 1) {
                r -= 2 * x[i + 1];
            }
            sum += r * r;
        }
        return sum;
    }

    /** 31. */
    @Differentiable
    static double broydenBanded(double[] x) {
        int n = x.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double r = x[i] * (2 + 5 * x[i] * x[i]) + 1;
            for (int j = Math.max(0, i - 5); j <= Math.min(n - 1, i + 1); j++) {
                if (j != i) {
                    r -= x[j] * (1 + x[j]);
                }
            }
            sum += r * r;
        }
        return sum;
    }

    /** 35. */
    @Differentiable
    static double chebyquad(double[] x) {
        int n = x.length;
        double[] means = new double[n];
        for (int j = 0; j < n; j++) {
            double t = 2 * x[j] - 1;
            double before = 1;
            double now = t;
            for (int i = 0; i < n; i++) {
                means[i] += now / n;
                double next = 2 * t * now - before;
                before = now;
                now = next;
            }
        }
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            double r = means[i - 1];
            if (i % 2 == 0) {
                r += 1.0 / (i * i - 1);
            }
            sum += r * r;
        }
        return sum;
    }
}
