package dev.gradwright.minimize;

/** What all methods have to do with where they begin. */
final class Starts {

    /** No line search goes farther. */
    static final double LARGEST_STEP = 1e20;

    private Starts() {}

    static void requireFinite(double value, double[] gradient) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the objective is " + value + " at the start; begin where it is finite");
        }
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                throw new IllegalArgumentException("the gradient is " + gradient[i] + " at index " + i
                        + " at the start; begin where it is finite");
            }
        }
    }
}
