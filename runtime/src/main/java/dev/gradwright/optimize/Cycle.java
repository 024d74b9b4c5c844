package dev.gradwright.optimize;

import java.util.Objects;

/**
 * A value that goes up and down between two others in straight lines, again and again.
 *
 * <p>L. Smith, Cyclical learning rates for training neural networks, WACV 2017.
 *
 * @param base the lower value
 * @param largest the upper value
 * @param up how many steps the way up takes
 * @param down how many steps the way down takes
 * @param amplitude what becomes of the height
 * @param factor the factor for each step, if the amplitude decays by one; else 1
 */
public record Cycle(double base, double largest, long up, long down, Amplitude amplitude, double factor)
        implements Schedule {

    /** What becomes of the height of the peaks above the base. */
    public enum Amplitude {
        /** It stays. */
        TRIANGULAR,
        /** It halves with every cycle. */
        TRIANGULAR2,
        /** It is multiplied by a factor with every step. */
        EXP_RANGE
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a value is not finite, a number of steps not positive, or the factor not more than 0 and at
     *     most 1
     */
    public Cycle {
        ScheduleChecks.requireFinite("the base of a cycle", base);
        ScheduleChecks.requireFinite("the largest value of a cycle", largest);
        ScheduleChecks.requireSteps("the way up of a cycle", up);
        ScheduleChecks.requireSteps("the way down of a cycle", down);
        ScheduleChecks.requireFactor("the factor of a cycle", factor);
        Objects.requireNonNull(amplitude, "the amplitude of a cycle is null");
    }

    /** A cycle of peaks of one height. */
    public static Cycle triangular(double base, double largest, long up) {
        return new Cycle(base, largest, up, up, Amplitude.TRIANGULAR, 1);
    }

    /** A cycle of peaks, each half as high as the one before. */
    public static Cycle triangular2(double base, double largest, long up) {
        return new Cycle(base, largest, up, up, Amplitude.TRIANGULAR2, 1);
    }

    /** A cycle whose height decays by a factor with every step. */
    public static Cycle expRange(double base, double largest, long up, double factor) {
        return new Cycle(base, largest, up, up, Amplitude.EXP_RANGE, factor);
    }

    @Override
    public double at(long step) {
        long place = step % (up + down);
        double part = place <= up ? place / (double) up : (up + down - place) / (double) down;
        return base + (largest - base) * part * scale(step);
    }

    private double scale(long step) {
        return switch (amplitude) {
            case TRIANGULAR -> 1;
            case TRIANGULAR2 -> Math.pow(0.5, step / (up + down));
            case EXP_RANGE -> Math.pow(factor, step);
        };
    }

    @Override
    public String toString() {
        return "between " + base + " and " + largest + ", up in " + up + " steps, down in " + down
                + switch (amplitude) {
                    case TRIANGULAR -> "";
                    case TRIANGULAR2 -> ", each time half as high";
                    case EXP_RANGE -> ", lower by " + factor + " every step";
                };
    }
}
