package dev.gradwright.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One direction of a chart: which numbers it shows, where they lie between 0 and 1, and which ticks it has. */
final class Axis {

    private static final int TICKS = 8;

    private final boolean logarithmic;
    private final double low;
    private final double high;
    private final double step;

    private Axis(boolean logarithmic, double low, double high, double step) {
        this.logarithmic = logarithmic;
        this.low = low;
        this.high = high;
        this.step = step;
    }

    /** An axis that shows all of the numbers that it can. If all are whole, such as counts, so are those at the ticks. */
    static Axis over(double[] numbers, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean areWhole = true;
        for (double number : numbers) {
            double place = logarithmic ? Math.log10(number) : number;
            if (Double.isFinite(place)) {
                low = Math.min(low, place);
                high = Math.max(high, place);
                areWhole &= place == Math.rint(place);
            }
        }
        if (low > high) {
            low = 0;
            high = 1;
        }
        if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
            double half = low == 0 ? 1 : Math.abs(low) * 0.1;
            low -= half;
            high += half;
        }
        double least = (high - low) / TICKS;
        double step = logarithmic ? Math.max(1, Math.ceil(least)) : niceStep(areWhole ? Math.max(1, least) : least);
        return new Axis(logarithmic, Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    private static double niceStep(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double digit = step / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /** Where a number lies: 0 at the low end, 1 at the high; NaN for what cannot be shown. */
    double place(double number) {
        double place = ((logarithmic ? Math.log10(number) : number) - low) / (high - low);
        return Double.isFinite(place) ? place : Double.NaN;
    }

    /** The numbers at the ticks. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            double place = step * Math.round((low + i * step) / step);
            ticks.add(logarithmic ? Math.pow(10, place) : place);
        }
        return ticks;
    }

    /** What stands at a tick. */
    String label(double tick) {
        if (logarithmic) {
            return String.format(Locale.ROOT, "1e%d", Math.round(Math.log10(tick)));
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (size >= 1e5 || size < 1e-3) {
            return tick == 0 ? "0" : String.format(Locale.ROOT, "%.3g", tick).replaceFirst("\\.?0+e", "e");
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", tick);
    }
}
