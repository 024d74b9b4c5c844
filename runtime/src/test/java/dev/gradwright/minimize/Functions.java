package dev.gradwright.minimize;

/** Objectives to try minimizers on. */
final class Functions {

    private Functions() {}

    static final Objective ROSENBROCK = (x, g) -> {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        g[0] = -2 * a - 400 * b * x[0];
        g[1] = 200 * b;
        return a * a + 100 * b * b;
    };

    static final HessianProduct ROSENBROCK_HESSIAN = (x, d, product) -> {
        double xx = 2 - 400 * (x[1] - x[0] * x[0]) + 800 * x[0] * x[0];
        double xy = -400 * x[0];
        product[0] = xx * d[0] + xy * d[1];
        product[1] = xy * d[0] + 200 * d[1];
    };

    /** A convex quadratic in thirty variables, coupled with their neighbours. */
    static final Objective CHAIN = (x, g) -> {
        double f = 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - 2 * Math.sin(i);
            f += (1 + i) * d * d / 2;
            g[i] = (1 + i) * d;
            if (i > 0) {
                double e = x[i] - x[i - 1];
                f += 5 * e * e;
                g[i] += 10 * e;
                g[i - 1] -= 10 * e;
            }
        }
        return f;
    };

    /** {@code x - ln x} summed: not defined for {@code x <= 0}, with the minimum 1 at 1. */
    static final Objective LOGARITHM = (x, g) -> {
        double f = 0;
        for (int i = 0; i < x.length; i++) {
            f += x[i] - Math.log(x[i]);
            g[i] = 1 - 1 / x[i];
        }
        return f;
    };
}
