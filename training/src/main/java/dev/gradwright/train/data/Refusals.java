package dev.gradwright.train.data;

/** What data are refused for. */
final class Refusals {

    private Refusals() {}

    static void requireFinite(String what, int example, int number, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " of example " + example + " has " + value + " at index "
                    + number + "; leave the example out, or put a number there");
        }
    }

    static void requirePairs(int inputs, int targets) {
        if (inputs == 0) {
            throw new IllegalArgumentException("there are no examples; a data set has one or more");
        }
        if (inputs != targets) {
            throw new IllegalArgumentException("there are inputs of " + inputs + " examples, but targets of " + targets
                    + "; each example has both");
        }
    }
}
