package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;

/** Says where a gradient is not finite. */
final class NonFiniteGradient {

    private NonFiniteGradient() {}

    /** An exception that names the first number of these parameters whose gradient is not finite; there must be one. */
    static ArithmeticException in(Parameters parameters, long step) {
        for (NamedParameter parameter : parameters) {
            for (int s = 0; s < parameter.segments(); s++) {
                double[] gradient = parameter.gradient(s);
                for (int i = 0; i < parameter.length(s); i++) {
                    if (!Double.isFinite(gradient[i])) {
                        return new ArithmeticException("at step " + step + " the gradient of " + parameter + " is "
                                + gradient[i] + " at " + index(parameter, s, i) + "; no parameter has been changed."
                                + " Skip this sample, lower the learning rate, or find the operation that overflows or is"
                                + " undefined");
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
