package dev.gradwright.check;

/**
 * The comparison of tangent and adjoint: {@code <J v, w>} from forward mode and {@code <v, J'w>} from reverse mode are the same number,
 * at kinks too, and no step size is involved.
 *
 * @param fromTangent {@code <J v, w>}
 * @param fromAdjoint {@code <v, J'w>}
 * @param magnitude the sum of the sizes of the terms of both, of which rounding errors are a fraction
 */
public record DotProduct(double fromTangent, double fromAdjoint, double magnitude) {

    private static final double THRESHOLD = 1e-12;

    /** The gap as a fraction of the terms. */
    public double relativeGap() {
        return fromTangent == fromAdjoint ? 0 : Math.abs(fromTangent - fromAdjoint) / magnitude;
    }

    /** Whether the two agree to 1e-12 of the terms. */
    public boolean agrees() {
        return relativeGap() <= THRESHOLD;
    }
}
