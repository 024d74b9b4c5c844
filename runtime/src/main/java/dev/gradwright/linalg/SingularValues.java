package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * The singular values of a matrix in descending order. Adjoint: A gets {@code U diag(s_) V^T} (Giles 2008, section 2.3.4).
 *
 * <p>Where values are equal, only a function that treats them alike has a derivative; its first one is given, all else refused. A value of
 * zero has none.
 */
public final class SingularValues extends Factorized {

    private static final String EQUAL = "has singular values that are equal";
    private static final String ZERO = "has singular values that are zero";

    private final SingularFactors factors = new SingularFactors();
    private final DMatrixRMaj weights = new DMatrixRMaj(1, 1);

    public SingularValues() {
        super("Decompositions.singularValues", EQUAL);
    }

    /** Computes the values. */
    public void decompose(DMatrixRMaj a, DMatrixRMaj values, String place) {
        start(a, place);
        if (!factors.factorize(a)) {
            throw failure("has no singular values: their computation did not converge");
        }
        values.reshape(factors.count(), 1);
        for (int i = 0; i < factors.count(); i++) {
            values.data[i] = factors.value(i);
        }
    }

    /** The tangents of the values, from that of A; no numbers where they are not defined. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj values, DMatrixRMaj valuesDot) {
        keepTangent(aDot);
        for (int i = 0; i < factors.count(); i++) {
            boolean isDefined = !factors.isZero(i);
            for (int j = 0; j < factors.count(); j++) {
                isDefined &= i == j || !factors.isTie(i, j);
            }
            valuesDot.data[i] = isDefined ? factors.valueTangent(i, tangent()) : Double.NaN;
        }
    }

    /** Hands the adjoints of the values on to A. */
    public void adjoint(DMatrixRMaj valuesBar, DMatrixRMaj values, DMatrixRMaj aBar) {
        weights.setTo(valuesBar);
        valuesBar.zero();
        requireDefined(weights, false);
        factors.addWeighted(weights, aBar);
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(
            DMatrixRMaj valuesBar,
            DMatrixRMaj valuesBarDot,
            DMatrixRMaj values,
            DMatrixRMaj valuesDot,
            DMatrixRMaj aBar,
            DMatrixRMaj aBarDot) {
        requireDefined(valuesBarDot, true);
        factors.addWeightedTangent(weights, valuesBarDot, tangent(), aBarDot);
        valuesBarDot.zero();
    }

    private void requireDefined(DMatrixRMaj bar, boolean isSecond) {
        for (int i = 0; i < factors.count(); i++) {
            if (factors.isZero(i) && (isSecond || bar.data[i] != 0)) {
                throw refusal(ZERO);
            }
            for (int j = 0; j < i; j++) {
                if (factors.isTie(i, j) && (isSecond || bar.data[i] != bar.data[j])) {
                    throw refusal(EQUAL);
                }
            }
        }
    }
}
