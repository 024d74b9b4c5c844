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

    NamedParameter(String name, String shape, double[][] values, double[][] gradients, int[] lengths) {
        this.name = name;
        this.shape = shape;
        this.values = values;
        this.gradients = gradients;
        this.lengths = lengths;
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
        return Arrays.stream(lengths).sum();
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
        return new NamedParameter(name, shape, someValues, someGradients, someLengths);
    }

    double[][] values() {
        return values;
    }

    double[][] gradients() {
        return gradients;
    }

    int[] lengths() {
        return lengths;
    }

    @Override
    public String toString() {
        return name + " (" + shape + ")";
    }
}
