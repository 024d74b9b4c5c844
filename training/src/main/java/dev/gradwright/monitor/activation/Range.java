package dev.gradwright.monitor.activation;

/**
 * The range of a function, such as that of an activation function. At a finite border that a function only comes near to, its derivative vanishes: it
 * saturates there. Rectifiers have none such.
 *
 * @param lower the lower border, or negative infinity
 * @param upper the upper border, or infinity
 */
public record Range(double lower, double upper) {

    /** All numbers: of affine layers and rectifiers, which do not saturate. */
    public static final Range UNBOUNDED = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The range of the hyperbolic tangent. */
    public static final Range TANH = new Range(-1, 1);

    /** The range of the logistic function. */
    public static final Range SIGMOID = new Range(0, 1);

    /** Values in the outer twentieth of the way from the middle to a border are saturated: there tanh has less than a tenth of its slope. */
    private static final double SATURATED = 0.95;

    /** A range. */
    public Range {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("no range goes from " + lower + " to " + upper);
        }
    }

    /** Whether both borders are finite. */
    public boolean isBounded() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }

    /** Whether a value of a bounded range is near one of the borders. */
    boolean isSaturated(double value) {
        double half = (upper - lower) / 2;
        return Math.abs(value - lower - half) > SATURATED * half;
    }
}
