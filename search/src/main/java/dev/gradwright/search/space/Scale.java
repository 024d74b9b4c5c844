package dev.gradwright.search.space;

/** On what scale a range of numbers is even. Uses {@code StrictMath}, so that every machine draws the same numbers. */
public enum Scale {
    /** Sums matter: equal distances. */
    LINEAR {
        @Override
        double from(double value) {
            return value;
        }

        @Override
        double to(double scaled) {
            return scaled;
        }
    },
    /** Products matter: equal ratios. */
    LOG {
        @Override
        double from(double value) {
            return StrictMath.log(value);
        }

        @Override
        double to(double scaled) {
            return StrictMath.exp(scaled);
        }
    };

    abstract double from(double value);

    abstract double to(double scaled);

    /** The number at a position between two ends; the ends themselves at 0 and 1, and beyond. */
    double between(double low, double high, double position) {
        if (position <= 0) {
            return low;
        } else if (position >= 1) {
            return high;
        }
        double start = from(low);
        return Math.min(high, Math.max(low, to(start + position * (from(high) - start))));
    }

    /** The position of a number between two ends. */
    double position(double low, double high, double value) {
        double start = from(low);
        double length = from(high) - start;
        return length == 0 ? 0.5 : Math.min(1, Math.max(0, (from(value) - start) / length));
    }
}
