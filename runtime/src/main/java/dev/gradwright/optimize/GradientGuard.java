package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;

/** Looks at gradients before anything is changed by them. */
final class GradientGuard {

    private final Parameters parameters;
    private final Segments segments;
    private final int skipsInARow;

    GradientGuard(Parameters parameters, int skipsInARow) {
        this.parameters = parameters;
        this.segments = new Segments(parameters);
        this.skipsInARow = skipsInARow;
    }

    /** Whether all gradients are finite. Their sum says yes quickly; only if it is not finite each of them is looked at. */
    boolean allFinite() {
        double sum = 0;
        for (int i = 0; i < segments.count(); i++) {
            sum += sum(segments.gradients(i), segments.length(i));
        }
        return Double.isFinite(sum) || eachIsFinite();
    }

    /** Eight sums at a time, as each addition waits for the one before. */
    private static double sum(double[] g, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double h = 0;
        double k = 0;
        int i = 0;
        for (; i < length - 7; i += 8) {
            a += g[i];
            b += g[i + 1];
            c += g[i + 2];
            d += g[i + 3];
            e += g[i + 4];
            f += g[i + 5];
            h += g[i + 6];
            k += g[i + 7];
        }
        for (; i < length; i++) {
            a += g[i];
        }
        return a + b + c + d + e + f + h + k;
    }

    private boolean eachIsFinite() {
        for (int s = 0; s < segments.count(); s++) {
            double[] gradients = segments.gradients(s);
            for (int i = 0; i < segments.length(s); i++) {
                if (!Double.isFinite(gradients[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Makes sure that there is a gradient.
     *
     * @throws IllegalStateException if all gradients are zero
     */
    void requireAnyGradient() {
        for (int s = 0; s < segments.count(); s++) {
            double[] gradients = segments.gradients(s);
            for (int i = 0; i < segments.length(s); i++) {
                if (gradients[i] != 0) {
                    return;
                }
            }
        }
        if (parameters.size() > 0) {
            throw new IllegalStateException(
                    "every gradient is zero at the first step; run forward and backward before step(),"
                            + " and zero() before them, not after");
        }
    }

    /**
     * Makes sure that a step may be skipped.
     *
     * @throws ArithmeticException if not, naming the first number whose gradient is not finite; there must be one
     */
    void requirePatience(long skipped, long step) {
        if (skipped >= skipsInARow) {
            throw refusal(skipped, step);
        }
    }

    private ArithmeticException refusal(long skipped, long step) {
        String before = skipped == 0 ? "" : ", and " + skipped + " steps have been skipped in a row";
        return new ArithmeticException("at step " + step + " the gradient of " + firstNonFinite() + before
                + "; no parameter has been changed. Skip this sample, lower the learning rate, or find the operation that"
                + " overflows or is undefined");
    }

    private String firstNonFinite() {
        for (NamedParameter parameter : parameters) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] gradient = parameter.gradient(s);
                for (int i = 0; i < parameter.length(s); i++) {
                    if (!Double.isFinite(gradient[i])) {
                        return parameter + " is " + gradient[i] + " at " + index(parameter, s, i);
                    }
                }
            }
        }
        throw new IllegalArgumentException("all gradients are finite");
    }

    private static String index(NamedParameter parameter, int segment, int index) {
        return parameter.segments() == 1 ? "index " + index : "index [" + segment + "][" + index + "]";
    }
}
