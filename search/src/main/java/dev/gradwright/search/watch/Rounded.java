package dev.gradwright.search.watch;

import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import java.math.BigDecimal;
import java.math.MathContext;

/** Code of ranges with numbers that a person would have written. */
final class Rounded {

    private static final MathContext DIGITS = new MathContext(2);

    private Rounded() {}

    /** The code of a range with its ends rounded to two digits, unless they would be the same then. */
    static String code(Range<?> range) {
        if (range instanceof RealRange real) {
            double low = rounded(real.low());
            double high = rounded(real.high());
            return low < high ? new RealRange(low, high, real.scale()).code() : real.code();
        }
        return range.code();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
