package lib.layers;

import dev.gradwright.CustomDerivative;
import dev.gradwright.Differentiable;
import dev.gradwright.PartialDerivatives;
import dev.gradwright.RuleFor;
import dev.gradwright.Shape;
import java.awt.geom.Point2D;
import java.util.stream.DoubleStream;

/** Functions for other jars to call. */
public final class Functions {

    private Functions() {}

    @Differentiable
    public static double norm(@Shape("n") double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    @PartialDerivatives("logistic")
    public static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    /** A rule for a method of the Java library, for other jars to use. */
    @RuleFor(Point2D.class)
    @CustomDerivative(reverse = "distanceReverse", forward = "distanceForward")
    public static double distance(double x1, double y1, double x2, double y2) {
        return Point2D.distance(x1, y1, x2, y2);
    }

    public static void distanceReverse(
            double x1,
            double y1,
            double x2,
            double y2,
            double result,
            double resultBar,
            double[] x1Bar,
            double[] y1Bar,
            double[] x2Bar,
            double[] y2Bar) {
        x1Bar[0] = resultBar * (x1 - x2) / result;
        y1Bar[0] = resultBar * (y1 - y2) / result;
        x2Bar[0] = -x1Bar[0];
        y2Bar[0] = -y1Bar[0];
    }

    public static double distanceForward(
            double x1,
            double y1,
            double x2,
            double y2,
            double x1Dot,
            double y1Dot,
            double x2Dot,
            double y2Dot,
            double result) {
        return ((x1 - x2) * (x1Dot - x2Dot) + (y1 - y2) * (y1Dot - y2Dot)) / result;
    }

    /** A new array, with a derivative given by hand. */
    @CustomDerivative(reverse = "squaresReverse", forward = "squaresForward")
    public static double[] squares(@Shape("n") double[] x) {
        return DoubleStream.of(x).map(v -> v * v).toArray();
    }

    static void squaresReverse(double[] x, double[] resultBar, double[] xBar) {
        for (int i = 0; i < x.length; i++) {
            xBar[i] = 2 * x[i] * resultBar[i];
        }
    }

    static double[] squaresForward(double[] x, double[] xDot) {
        double[] dot = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            dot[i] = 2 * x[i] * xDot[i];
        }
        return dot;
    }

    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
