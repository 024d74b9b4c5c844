package dev.gradwright.check.subject;

import org.ejml.data.DMatrixRMaj;

/**
 * An argument of a generated method that is checked, with respect to which a derivative is taken. It keeps a copy of the value; every
 * call gets a copy of that, so that a method may write into what it is given.
 *
 * @param <T> its type: {@code Double}, {@code double[]}, {@code DMatrixRMaj} or an array of such
 */
public final class Argument<T> implements Input {

    private final String name;
    private final T like;
    private final double[] values;
    private final double[] direction;

    private Argument(String name, T value) {
        this.name = name;
        this.like = value;
        this.values = Flat.of(value);
        this.direction = new double[values.length];
    }

    public static Argument<Double> of(String name, double value) {
        return new Argument<>(name, value);
    }

    public static Argument<double[]> of(String name, double[] value) {
        return new Argument<>(name, value);
    }

    public static <E> Argument<E[]> of(String name, E[] value) {
        return new Argument<>(name, value);
    }

    public static Argument<DMatrixRMaj> of(String name, DMatrixRMaj value) {
        return new Argument<>(name, value);
    }

    /** A copy of an argument with respect to which no derivative is taken, for the same reason. */
    public static <T> T copyOf(T value) {
        return Copies.of(value);
    }

    /** A copy of the value, at the point where the check is just now. */
    public T value() {
        return Flat.shaped(like, values);
    }

    /** A copy of the direction in which the tangent is taken just now. */
    public T direction() {
        return Flat.shaped(like, direction);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String shape() {
        return Flat.shape(like);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double value(int index) {
        return values[index];
    }

    @Override
    public void setValue(int index, double value) {
        values[index] = value;
    }

    @Override
    public void setDirection(int index, double value) {
        direction[index] = value;
    }

    @Override
    public boolean isParameter() {
        return false;
    }
}
