package dev.gradwright.minimize;

import java.util.function.DoubleUnaryOperator;

/** The functions (5.1) to (5.4) of Moré and Thuente 1994, with their derivatives. */
final class PaperFunction implements LineFunction {

    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator derivative;
    private double slope;

    private PaperFunction(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        this.function = function;
        this.derivative = derivative;
    }

    static PaperFunction of(String number, double b1, double b2) {
        return switch (number) {
            case "5.1" -> new PaperFunction(a -> -a / (a * a + b1), a -> (a * a - b1) / Math.pow(a * a + b1, 2));
            case "5.2" ->
                new PaperFunction(
                        a -> Math.pow(a + b1, 5) - 2 * Math.pow(a + b1, 4),
                        a -> 5 * Math.pow(a + b1, 4) - 8 * Math.pow(a + b1, 3));
            case "5.3" -> new PaperFunction(a -> wave(b1, b2, a), a -> slopeOfWave(b1, b2, a));
            default ->
                new PaperFunction(
                        a -> g(b1) * Math.hypot(1 - a, b2) + g(b2) * Math.hypot(a, b1),
                        a -> -g(b1) * (1 - a) / Math.hypot(1 - a, b2) + g(b2) * a / Math.hypot(a, b1));
        };
    }

    private static double g(double b) {
        return Math.sqrt(1 + b * b) - b;
    }

    /** A line down and a line up with a small parabola between them, and a wave on all. */
    private static double wave(double b, double l, double a) {
        double base = a <= 1 - b ? 1 - a : a >= 1 + b ? a - 1 : (a - 1) * (a - 1) / (2 * b) + b / 2;
        return base + 2 * (1 - b) / (l * Math.PI) * Math.sin(l * Math.PI * a / 2);
    }

    private static double slopeOfWave(double b, double l, double a) {
        double base = a <= 1 - b ? -1 : a >= 1 + b ? 1 : (a - 1) / b;
        return base + (1 - b) * Math.cos(l * Math.PI * a / 2);
    }

    @Override
    public double value(double step) {
        slope = derivative.applyAsDouble(step);
        return function.applyAsDouble(step);
    }

    @Override
    public double slope() {
        return slope;
    }
}
