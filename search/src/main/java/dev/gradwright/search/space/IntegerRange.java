package dev.gradwright.search.space;

import java.util.OptionalInt;

/**
 * Integers between two ends, both included. Each has a piece of the scale, as long as those of the others on a linear scale; on a logarithmic
 * one that of {@code n} goes from {@code log(n - 1/2)} to {@code log(n + 1/2)}.
 *
 * @param low the least value
 * @param high the largest value
 * @param step the distance of neighbours; 1 on the logarithmic scale
 * @param scale the scale on which draws are even
 */
public record IntegerRange(int low, int high, int step, Scale scale) implements Range<Integer> {

    /** Checks the ends and the step. */
    public IntegerRange {
        if (low > high || (long) high - low >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no integer range from " + low + " to " + high
                    + ": the first end is not larger than the second, and there are less than 2^31 values");
        }
        if (step < 1 || (high - low) % step != 0) {
            throw new IllegalArgumentException("steps of " + step + " do not lead from " + low + " to " + high
                    + "; use a step of at least 1 that divides " + (high - low));
        }
        if (scale == Scale.LOG && (low < 1 || step != 1)) {
            throw new IllegalArgumentException("a log range of integers begins at 1 or above and has no step; this goes"
                    + " from " + low + " to " + high + " in steps of " + step);
        }
    }

    @Override
    public Integer at(double position) {
        if (scale == Scale.LOG) {
            double value = scale.between(low - 0.5, high + 0.5, position);
            return (int) Math.min(high, Math.max(low, Math.floor(value + 0.5)));
        }
        int count = count();
        return low + step * (int) Math.min(count - 1, Math.max(0, Math.floor(position * count)));
    }

    @Override
    public double position(Integer value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(value + " is not in " + code());
        }
        return scale == Scale.LOG
                ? scale.position(low - 0.5, high + 0.5, value)
                : ((value - low) / step + 0.5) / count();
    }

    /** Where a value stands between the ends, which are at 0 and 1: for axes. */
    public double fraction(int value) {
        return scale.position(low, high, value);
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Integer number && number >= low && number <= high && (number - low) % step == 0;
    }

    @Override
    public Class<?> type() {
        return Integer.class;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(count());
    }

    @Override
    public String code() {
        return scale == Scale.LOG
                ? "logInteger(" + low + ", " + high + ")"
                : "integer(" + low + ", " + high + (step == 1 ? "" : ", " + step) + ")";
    }

    @Override
    public Integer parse(String text) {
        return Numbers.parsed(this, text, Integer::valueOf);
    }

    private int count() {
        return (high - low) / step + 1;
    }
}
