package dev.gradwright.search.watch;

import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import java.math.BigDecimal;
import java.math.MathContext;

/** Code of ranges with numbers that a person would have written. */
final class Rounded {

    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Rounded() {}

    /** The code of a range with its ends rounded to two digits, unless they would be the same then. */
    static String code(Range<?> range) {
        if (range instanceof RealRange real) {
            double low = rounded(real.low(), TWO_DIGITS);
            double high = rounded(real.high(), TWO_DIGITS);
            return low < high ? new RealRange(low, high, real.scale()).code() : real.code();
        }
        return range.code();
    }

    /** A value of a hyperparameter, a number with at most four digits. */
    static String value(Object value) {
        return value instanceof Double number ? String.valueOf(rounded(number, FOUR_DIGITS)) : String.valueOf(value);
    }

    private static double rounded(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).doubleValue();
    }
}
