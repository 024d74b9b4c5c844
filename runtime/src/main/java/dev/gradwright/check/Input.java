package dev.gradwright.check;

import dev.gradwright.NamedParameter;

/** Something a derivative is taken with respect to: a parameter of the model or an argument, as a list of numbers. */
abstract class Input {

    private final String name;
    private final String shape;
    private final int size;

    Input(String name, String shape, int size) {
        this.name = name;
        this.shape = shape;
        this.size = size;
    }

    String name() {
        return name;
    }

    String shape() {
        return shape;
    }

    int size() {
        return size;
    }

    abstract double value(int index);

    abstract void setValue(int index, double value);

    abstract void setDirection(int index, double value);

    /** The analytic gradient after a backward pass, in an array of its own. */
    abstract double[] gradient();

    /** A coordinate for people: {@code [2]}, or {@code [1,3]} in a matrix. */
    String coordinate(int index) {
        if (shape.equals("number") || shape.contains("*")) {
            return "[" + index + "]";
        }
        String[] lengths = shape.split("x");
        String place = "";
        int rest = index;
        for (int i = lengths.length - 1; i >= 0; i--) {
            int length = Integer.parseInt(lengths[i]);
            place = (i > 0 ? "," : "") + rest % length + place;
            rest /= length;
        }
        return "[" + place + "]";
    }

    /** A parameter, whose direction lies where a tangent's list of parameters has its gradients. */
    static Input of(NamedParameter parameter, NamedParameter direction) {
        return new Input(parameter.name(), parameter.shape(), parameter.size()) {
            @Override
            double value(int index) {
                return at(parameter, index)[offset(parameter, index)];
            }

            @Override
            void setValue(int index, double value) {
                at(parameter, index)[offset(parameter, index)] = value;
            }

            @Override
            void setDirection(int index, double value) {
                direction.gradient(segment(direction, index))[offset(direction, index)] = value;
            }

            @Override
            double[] gradient() {
                double[] all = new double[size()];
                for (int i = 0; i < all.length; i++) {
                    all[i] = parameter.gradient(segment(parameter, i))[offset(parameter, i)];
                }
                return all;
            }
        };
    }

    private static double[] at(NamedParameter parameter, int index) {
        return parameter.value(segment(parameter, index));
    }

    private static int segment(NamedParameter parameter, int index) {
        int rest = index;
        int segment = 0;
        while (rest >= parameter.length(segment)) {
            rest -= parameter.length(segment++);
        }
        return segment;
    }

    private static int offset(NamedParameter parameter, int index) {
        int rest = index;
        for (int segment = 0; rest >= parameter.length(segment); segment++) {
            rest -= parameter.length(segment);
        }
        return rest;
    }
}
