package dev.gradwright.processor.testing;

import java.util.List;

/** Two numbers, for programs that use a record which is compiled already. */
public record Pair(double first, double second) {

    /** Components of all kinds, which a constructor without code of its own keeps. */
    public record Mixed(
            long seed,
            double rate,
            double[] values,
            Pair pair,
            boolean isOn,
            int count,
            char sign,
            List<String> names) {}

    /** A record that checks what it is given. */
    public record Positive(double value) {
        public Positive {
            if (value < 0) {
                throw new IllegalArgumentException("value is " + value);
            }
        }
    }

    /** A record that gives something else than it was given. */
    public record Doubled(double value) {
        @Override
        public double value() {
            return 2 * value;
        }
    }
}
