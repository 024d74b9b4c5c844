package dev.gradwright.search.watch;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.IntegerRange;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import dev.gradwright.search.space.Scale;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * Looks for best values at the ends of ranges, where the best of all may lie outside. A value is at an end if it is within a twentieth of the range's length
 * from it, on the range's own scale.
 */
public final class Borders {

    /** How near to an end is at it, as a fraction of the range on its scale. */
    public static final double NEAR = 0.05;

    private static final int TOP = 5;
    private static final int SEVERAL = 3;
    private static final int LEAST_TRIALS = 10;
    private static final double WIDER_BY = 0.5;

    private Borders() {}

    /**
     * A finding for each end at which the best trial lies, or three of the best five. Nothing while fewer than ten trials are completed.
     *
     * @param trials of a study
     */
    public static List<Finding> findings(Space space, List<TrialRecord> trials, Direction direction) {
        List<TrialRecord> ranked = TrialRecord.ranked(trials, direction);
        List<Finding> findings = new ArrayList<>();
        if (ranked.size() >= LEAST_TRIALS) {
            List<TrialRecord> top = ranked.subList(0, TOP);
            for (Dimension<?> dimension : space.dimensions()) {
                finding(dimension, top, false).ifPresent(findings::add);
                finding(dimension, top, true).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** Where a value stands between the ends of its range, from 0 to 1; nothing for choices. */
    public static OptionalDouble fraction(Range<?> range, Object value) {
        if (range instanceof RealRange real) {
            return OptionalDouble.of(real.position(real.cast(value)));
        } else if (range instanceof IntegerRange integer && integer.low() < integer.high()) {
            return OptionalDouble.of(integer.fraction(integer.cast(value)));
        }
        return OptionalDouble.empty();
    }

    private static Optional<Finding> finding(Dimension<?> dimension, List<TrialRecord> top, boolean isHigh) {
        DoublePredicate isNear = fraction -> isHigh ? fraction >= 1 - NEAR : fraction <= NEAR;
        List<TrialRecord> near = top.stream()
                .filter(trial -> trial.point()
                        .find(dimension.name())
                        .map(value -> fraction(dimension.range(), value))
                        .filter(fraction -> fraction.isPresent() && isNear.test(fraction.getAsDouble()))
                        .isPresent())
                .toList();
        boolean isBest = near.contains(top.get(0));
        boolean canGoFurther =
                near.isEmpty() || !widened(dimension.range(), isHigh).equals(dimension.range());
        if (!canGoFurther || !isBest && near.size() < SEVERAL) {
            return Optional.empty();
        }
        Object nearest = near.get(0).point().values().get(dimension.name());
        double fraction = fraction(dimension.range(), nearest).orElseThrow();
        String value = dimension.name() + " " + Rounded.value(nearest);
        return Optional.of(new Finding(
                "border",
                Finding.Severity.WARNING,
                near.get(0).number(),
                dimension.name(),
                isHigh ? 1 - fraction : fraction,
                NEAR,
                (isBest
                                ? "The best trial (" + value + ") is"
                                : near.size() + " of the best " + TOP + " trials (" + value + " for one) are")
                        + " at the " + (isHigh ? "high" : "low") + " end of "
                        + dimension.range().code() + "; there may be better ones outside.",
                remedy(dimension.range(), isHigh),
                "CS231n, Learning: careful with best values on border"));
    }

    private static String remedy(Range<?> range, boolean isHigh) {
        if (range instanceof RealRange real && real.low() == 0 && !isHigh) {
            return "If it cannot be negative, look closer at small values: "
                    + Rounded.code(Range.logUniform(real.high() * 1e-4, real.high())) + ".";
        }
        return "Unless it can go no further, search " + Rounded.code(widened(range, isHigh)) + ".";
    }

    /** A range that is longer by half at one end, on its scale. Integers that count something stay above 0. */
    static Range<?> widened(Range<?> range, boolean isHigh) {
        if (range instanceof RealRange real) {
            boolean isLog = real.scale() == Scale.LOG;
            double by = isLog ? Math.pow(real.high() / real.low(), WIDER_BY) : WIDER_BY * (real.high() - real.low());
            double low = isHigh ? real.low() : isLog ? real.low() / by : real.low() - by;
            double high = !isHigh ? real.high() : isLog ? real.high() * by : real.high() + by;
            return new RealRange(real.low() > 0 && low <= 0 ? 0 : low, high, real.scale());
        }
        IntegerRange integer = (IntegerRange) range;
        boolean isLog = integer.scale() == Scale.LOG;
        double length = isLog ? Math.sqrt((double) integer.high() / integer.low()) : 0;
        int steps = Math.max(1, (int) Math.round(WIDER_BY * (integer.high() - integer.low()) / integer.step()));
        int low = integer.low();
        int high = integer.high();
        if (isHigh) {
            high = isLog ? (int) Math.round(high * length) : high + steps * integer.step();
        } else {
            int lower = isLog ? Math.max(1, (int) Math.round(low / length)) : low - steps * integer.step();
            while (low > 0 && lower <= 0) {
                lower += integer.step();
            }
            low = lower;
        }
        return new IntegerRange(low, high, integer.step(), integer.scale());
    }
}
