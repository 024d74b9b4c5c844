package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.Arrays;

/** Looks at gradients before anything is changed by them. */
final class GradientGuard {

    private final Parameters parameters;
    private final Blocks blocks;
    private final Block block = new Block();
    private final double[] check = new double[Block.SIZE];
    private final int skipsInARow;

    GradientGuard(Parameters parameters, int skipsInARow) {
        this.parameters = parameters;
        this.blocks = new Blocks(parameters);
        this.skipsInARow = skipsInARow;
    }

    /** Whether all gradients are finite. A number minus itself is 0 if it is finite, else NaN: no branch, so it runs in vectors. */
    boolean allFinite() {
        Arrays.fill(check, 0);
        for (int i = 0; i < blocks.count(); i++) {
            blocks.loadGradients(i, block);
            accumulate(check, block.updates, block.length);
        }
        double sum = 0;
        for (double zero : check) {
            sum += zero;
        }
        return sum == 0;
    }

    private static void accumulate(double[] check, double[] gradients, int length) {
        for (int i = 0; i < length; i++) {
            check[i] += gradients[i] - gradients[i];
        }
    }

    /**
     * Makes sure that there is a gradient.
     *
     * @throws IllegalStateException if all gradients are zero
     */
    void requireAnyGradient() {
        for (int i = 0; i < blocks.count(); i++) {
            blocks.loadGradients(i, block);
            for (int j = 0; j < block.length; j++) {
                if (block.updates[j] != 0) {
                    return;
                }
            }
        }
        if (blocks.count() > 0) {
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
