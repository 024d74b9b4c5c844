package dev.gradwright.search.space;

import java.util.OptionalInt;

/**
 * Real numbers between two ends.
 *
 * @param low the least value
 * @param high the largest value, larger than the least
 * @param scale the scale on which draws are even; the ends are positive if it is the logarithmic one
 */
public record RealRange(double low, double high, Scale scale) implements Range<Double> {

    /** Checks the ends. */
    public RealRange {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("no real range from " + low + " to " + high
                    + ": the ends are finite, and the first is less than the second");
        }
        if (scale == Scale.LOG && low <= 0) {
            throw new IllegalArgumentException("a log range from " + low + " to " + high
                    + " has no logarithm at its low end; begin above 0, or use uniform(" + Numbers.code(low) + ", "
                    + Numbers.code(high) + ")");
        }
    }

    @Override
    public Double at(double position) {
        return scale.between(low, high, position);
    }

    @Override
    public double position(Double value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(value + " is not in " + code());
        }
        return scale.position(low, high, value);
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Double number && number >= low && number <= high;
    }

    @Override
    public Class<?> type() {
        return Double.class;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.empty();
    }

    @Override
    public String code() {
        return (scale == Scale.LOG ? "logUniform(" : "uniform(") + Numbers.code(low) + ", " + Numbers.code(high) + ")";
    }

    @Override
    public Double parse(String text) {
        return Numbers.parsed(this, text, Double::valueOf);
    }
}
