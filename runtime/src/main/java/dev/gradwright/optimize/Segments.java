package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All segments of parameters: the arrays in which their values and gradients lie. State is kept in arrays of the same lengths. */
final class Segments {

    private final Segment[] segments;

    /** An array of values with its gradients, and where it begins in the flat list of all parameters. */
    private record Segment(NamedParameter parameter, double[] values, double[] gradients, int length, int flat) {}

    Segments(Parameters parameters) {
        List<Segment> list = new ArrayList<>();
        int flat = 0;
        for (NamedParameter parameter : parameters) {
            for (int s = 0; s < parameter.segments(); s++) {
                int length = parameter.length(s);
                list.add(new Segment(parameter, parameter.value(s), parameter.gradient(s), length, flat));
                flat += length;
            }
        }
        segments = list.toArray(Segment[]::new);
    }

    int count() {
        return segments.length;
    }

    /** The parameter that a segment is of. */
    NamedParameter parameter(int index) {
        return segments[index].parameter;
    }

    double[] values(int index) {
        return segments[index].values;
    }

    double[] gradients(int index) {
        return segments[index].gradients;
    }

    int length(int index) {
        return segments[index].length;
    }

    /** Where a segment begins in the flat list of all parameters. */
    int flat(int index) {
        return segments[index].flat;
    }

    /** The length of the longest segment. */
    int longest() {
        return Arrays.stream(segments).mapToInt(Segment::length).max().orElse(0);
    }

    /** State for each number, zero at first: an array for each segment. */
    double[][] zeros() {
        return filled(0);
    }

    /** State for each number, with a value at first. */
    double[][] filled(double value) {
        double[][] state = new double[segments.length][];
        for (int i = 0; i < state.length; i++) {
            state[i] = new double[segments[i].length];
            Arrays.fill(state[i], value);
        }
        return state;
    }

    /** State for each number, the value of the parameter at first. */
    double[][] valuesNow() {
        return Arrays.stream(segments)
                .map(segment -> Arrays.copyOf(segment.values, segment.length))
                .toArray(double[][]::new);
    }

    /** Writes state into a flat array. */
    void copyTo(double[][] state, double[] flat) {
        for (int i = 0; i < segments.length; i++) {
            System.arraycopy(state[i], 0, flat, segments[i].flat, segments[i].length);
        }
    }
}
