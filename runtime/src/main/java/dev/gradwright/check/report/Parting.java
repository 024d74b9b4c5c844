package dev.gradwright.check.report;

/**
 * A line where tangent and adjoint part. Both would give the same product over what the line reads and writes: {@code <adjoint, tangent>}
 * after it and before it.
 *
 * @param place the line: {@code Softplus.java:12}
 * @param what the line itself, or the rules by hand that were called there
 * @param tangent the product after the line, in which the tangent has been through it and the adjoint has not; NaN if the reverse sweep does not come to the line in its turn
 * @param adjoint the product before the line, in which the adjoint has been through it and the tangent has not; NaN likewise
 */
public record Parting(String place, String what, double tangent, double adjoint) {

    /** Whether the reverse sweep does not come to the line in its turn. */
    public boolean isLeftOut() {
        return Double.isNaN(tangent) && Double.isNaN(adjoint);
    }

    @Override
    public String toString() {
        String line = what.isEmpty() ? place : place + " (" + what + ")";
        return isLeftOut()
                ? line + ": the reverse sweep does not come to it in its turn"
                : line + ": " + tangent + " and " + adjoint;
    }
}
