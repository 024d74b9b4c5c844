package dev.gradwright.search.report;

import dev.gradwright.search.space.Choices;
import dev.gradwright.search.space.IntegerRange;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import dev.gradwright.search.space.Scale;
import dev.gradwright.search.watch.Borders;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The axis of a hyperparameter, on the scale of its range.
 *
 * @param name of the hyperparameter
 * @param range its range
 */
record RangeAxis(String name, Range<?> range) {

    private static final int MOST_TICKS = 5;

    /**
     * A mark on the axis.
     *
     * @param fraction where, from 0 to 1
     * @param words what it says
     */
    record Tick(double fraction, String words) {}

    /** Where a value stands from 0 to 1; nothing if it is not in the range. */
    OptionalDouble fraction(Object value) {
        if (!range.contains(value)) {
            return OptionalDouble.empty();
        }
        if (range instanceof Choices<?> choices) {
            return OptionalDouble.of(
                    (choices.values().indexOf(value) + 0.5) / choices.values().size());
        }
        OptionalDouble fraction = Borders.fraction(range, value);
        return fraction.isPresent() ? fraction : OptionalDouble.of(0.5);
    }

    boolean hasBorders() {
        return !(range instanceof Choices<?>);
    }

    String title() {
        return name + (isLog() ? " (log)" : "");
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (range instanceof Choices<?> choices) {
            for (Object value : choices.values()) {
                ticks.add(new Tick(fraction(value).orElseThrow(), value.toString()));
            }
            return ticks;
        }
        double low = range instanceof RealRange real ? real.low() : ((IntegerRange) range).low();
        double high = range instanceof RealRange real ? real.high() : ((IntegerRange) range).high();
        for (double value : isLog() ? powers(low, high) : steps(low, high)) {
            double from = isLog() ? Math.log(low) : low;
            double to = isLog() ? Math.log(high) : high;
            double at = isLog() ? Math.log(value) : value;
            ticks.add(new Tick(to == from ? 0.5 : (at - from) / (to - from), Figures.few(value)));
        }
        return ticks;
    }

    private boolean isLog() {
        return range instanceof RealRange real && real.scale() == Scale.LOG
                || range instanceof IntegerRange integer && integer.scale() == Scale.LOG;
    }

    /** Powers of ten, every so-manieth; the ends if there are less than two. */
    static List<Double> powers(double low, double high) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        if (last <= first) {
            return low == high ? List.of(low) : List.of(low, high);
        }
        int step = (last - first) / MOST_TICKS + 1;
        List<Double> powers = new ArrayList<>();
        for (int power = first; power <= last; power += step) {
            powers.add(Math.pow(10, power));
        }
        return powers;
    }

    /** Round numbers: multiples of one, two or five times a power of ten. */
    static List<Double> steps(double low, double high) {
        if (low == high) {
            return List.of(low);
        }
        double rough = (high - low) / MOST_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
        List<Double> steps = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            steps.add(i * step);
        }
        return steps;
    }
}
