package dev.gradwright.check.settings;

/**
 * The relative errors that separate the verdicts (CS231n, "Learning", gradient checks). What rounding and truncation do to the
 * difference itself is granted beside them.
 *
 * @param right up to here a gradient is right; 1e-7 where the function is smooth
 * @param acceptable up to here it is acceptable where the function has kinks; 1e-4
 * @param wrong above it is wrong, between it is suspicious; 1e-2
 * @param noiseFloor derivatives smaller than this, when the loss has been rescaled, are below what differences can tell; 1e-10
 */
public record Thresholds(double right, double acceptable, double wrong, double noiseFloor) {

    /** The usual ones. */
    public static final Thresholds USUAL = new Thresholds(1e-7, 1e-4, 1e-2, 1e-10);

    /**
     * Thresholds in ascending order.
     *
     * @throws IllegalArgumentException if they are not positive or not in order
     */
    public Thresholds {
        if (!(right > 0 && right <= acceptable && acceptable <= wrong && noiseFloor > 0)) {
            throw new IllegalArgumentException("the thresholds are " + right + ", " + acceptable + " and " + wrong
                    + " above a noise floor of " + noiseFloor
                    + "; they must be positive and in ascending order, such as 1e-7, 1e-4 and 1e-2 above 1e-10");
        }
    }

    /** The same with another relative error up to which a gradient is right; the others are no smaller. */
    public Thresholds right(double value) {
        return new Thresholds(value, Math.max(value, acceptable), Math.max(value, wrong), noiseFloor);
    }

    /** Wider by the depth of a composition, whose rounding errors add up: times the number of layers, but never above the next one. */
    public Thresholds forDepth(int depth) {
        double widened = Math.min(right * Math.max(1, depth), acceptable);
        return new Thresholds(widened, acceptable, wrong, noiseFloor);
    }
}
