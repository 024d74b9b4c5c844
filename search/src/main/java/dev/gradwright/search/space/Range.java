package dev.gradwright.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The values that a hyperparameter may have, with a scale: positions from 0 to 1. What is drawn evenly by position is even on that scale, so a range
 * from 1e-6 to 10 on a log scale gives each of its seven decades a seventh of the trials.
 *
 * @param <T> the type of the values
 */
public sealed interface Range<T> permits RealRange, IntegerRange, Choices {

    /**
     * The value at a position. Values of an integer range and choices have a piece of the scale each.
     *
     * @param position from 0 to 1; what lies outside counts as the nearer end
     */
    T at(double position);

    /**
     * The position of a value: the middle of its piece of the scale, if values have pieces.
     *
     * @throws IllegalArgumentException if the value is not in the range
     */
    double position(T value);

    /** Whether a value is in the range. */
    boolean contains(Object value);

    /**
     * A value as one of this range's type.
     *
     * @throws IllegalArgumentException if it is not in the range
     */
    @SuppressWarnings("unchecked")
    default T cast(Object value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(value + " is not in " + code());
        }
        return (T) value;
    }

    /** What all values are instances of. */
    Class<?> type();

    /** How many values there are, if they can be counted. */
    OptionalInt size();

    /** A piece of Java that makes this range. */
    String code();

    /**
     * Reads a value from its text.
     *
     * @throws IllegalArgumentException if it is the text of no value in the range
     */
    T parse(String text);

    /**
     * Real numbers, even on a linear scale.
     *
     * @throws IllegalArgumentException if the ends are not finite or not in order
     */
    static RealRange uniform(double low, double high) {
        return new RealRange(low, high, Scale.LINEAR);
    }

    /**
     * Real numbers, even on a logarithmic scale: for what is multiplied, like learning rates and strengths of regularization.
     *
     * @throws IllegalArgumentException if the ends are not finite and positive, or not in order
     */
    static RealRange logUniform(double low, double high) {
        return new RealRange(low, high, Scale.LOG);
    }

    /**
     * Integers from one to another, both included.
     *
     * @throws IllegalArgumentException if they are not in order
     */
    static IntegerRange integer(int low, int high) {
        return new IntegerRange(low, high, 1, Scale.LINEAR);
    }

    /**
     * Every so-manieth integer: {@code integer(0, 100, 10)} has eleven values.
     *
     * @param step the distance of neighbours, at least 1; {@code high - low} is a multiple of it
     * @throws IllegalArgumentException if the ends are not in order, or the step does not lead from one to the other
     */
    static IntegerRange integer(int low, int high, int step) {
        return new IntegerRange(low, high, step, Scale.LINEAR);
    }

    /**
     * Integers, even on a logarithmic scale: for sizes such as a number of units.
     *
     * @throws IllegalArgumentException if the ends are not in order, or less than 1
     */
    static IntegerRange logInteger(int low, int high) {
        return new IntegerRange(low, high, 1, Scale.LOG);
    }

    /**
     * Values without an order.
     *
     * @throws IllegalArgumentException if there are none, or if two have the same text
     */
    @SafeVarargs
    static <T> Choices<T> choice(T... values) {
        List<T> list = new ArrayList<>();
        for (T value : values) {
            list.add(value);
        }
        return new Choices<>(list);
    }
}
