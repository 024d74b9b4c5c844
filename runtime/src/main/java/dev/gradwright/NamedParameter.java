package dev.gradwright;

import java.util.Arrays;

/**
 * A parameter of a model: a name, its value and its gradient, as arrays that belong to the model and to its gradient.
 *
 * <p>The numbers lie in one or more segments: a matrix or an array is one segment, an array of arrays has one for each row
 * that no parameter before it has.
 */
public final class NamedParameter {

    private final String name;
    private final String shape;
    private final double[][] values;
    private final double[][] gradients;
    private final int[] lengths;
    private final int size;
    private final Home home;

    NamedParameter(String name, String shape, double[][] values, double[][] gradients, int[] lengths, Home home) {
        this.name = name;
        this.shape = shape;
        this.values = values;
        this.gradients = gradients;
        this.lengths = lengths;
        this.size = Arrays.stream(lengths).sum();
        this.home = home;
    }

    /** Where a parameter lies in its model, to see whether it is still there. */
    @FunctionalInterface
    interface Home {

        /** An array, whose length and place cannot change. */
        Home FIXED = () -> null;

        /** What has become of the parameter, as a shape, or null as long as it lies where it was. */
        String changed();
    }

    /** The path of field names that leads to it: {@code hidden.weight}. */
    public String name() {
        return name;
    }

    /** Its shape, for people: {@code 64x32}. */
    public String shape() {
        return shape;
    }

    /** How many numbers it has. */
    public int size() {
        return size;
    }

    /** Whether it is a table of rows of one length: a matrix, or an array of arrays of one length, none of them listed elsewhere. */
    public boolean isMatrix() {
        return columns() > 0;
    }

    /** How many rows a matrix has. */
    public int rows() {
        return isMatrix() ? size / columns() : 1;
    }

    /** How many columns a matrix has; 0 for what is no matrix. */
    public int columns() {
        int cross = shape.indexOf('x');
        if (cross < 0 || cross != shape.lastIndexOf('x') || shape.endsWith("*")) {
            return 0;
        }
        int columns = Integer.parseInt(shape, cross + 1, shape.length(), 10);
        return Integer.parseInt(shape, 0, cross, 10) * columns == size ? columns : 0;
    }

    /** How many segments it has. */
    public int segments() {
        return lengths.length;
    }

    /** How many numbers of a segment count; the arrays may be longer. */
    public int length(int segment) {
        return lengths[segment];
    }

    /** The values of a segment: the model's own array. */
    public double[] value(int segment) {
        return values[segment];
    }

    /** The gradient of a segment: the gradient's own array. */
    public double[] gradient(int segment) {
        return gradients[segment];
    }

    /** The same parameter with some of its segments only. */
    NamedParameter only(int[] segments) {
        double[][] someValues = Arrays.stream(segments).mapToObj(s -> values[s]).toArray(double[][]::new);
        double[][] someGradients =
                Arrays.stream(segments).mapToObj(s -> gradients[s]).toArray(double[][]::new);
        int[] someLengths = Arrays.stream(segments).map(s -> lengths[s]).toArray();
        return new NamedParameter(name, shape, someValues, someGradients, someLengths, home);
    }

    /** The same parameter inside a model that gives it a longer name. */
    NamedParameter inside(String prefix) {
        return new NamedParameter(prefix + "." + name, shape, values, gradients, lengths, home);
    }

    /**
     * Makes sure that the model still has the parameter where it was.
     *
     * @throws IllegalStateException if a matrix has been reshaped or a row replaced, so that changes would go astray
     */
    void requireUnchanged() {
        String changed = home.changed();
        if (changed != null) {
            throw new IllegalStateException(this + " is now " + changed
                    + "; list the parameters again, and make what uses" + " them, such as an optimizer, anew");
        }
    }

    @Override
    public String toString() {
        return name + " (" + shape + ")";
    }
}
