package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/** An inverse of all that a matrix holds, however it is computed: derivatives need nothing but the result. */
abstract class InverseOfAll extends Factorized {

    private final InverseDerivative derivative = new InverseDerivative();

    InverseOfAll(String operation, String failure) {
        super(operation, failure);
    }

    /** The tangent of the inverse, from that of A. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj c, DMatrixRMaj cDot) {
        if (canPush(cDot)) {
            derivative.push(aDot, c, cDot);
        }
    }

    /** Hands the adjoint of the inverse on to A. */
    public void adjoint(DMatrixRMaj cBar, DMatrixRMaj c, DMatrixRMaj aBar) {
        if (canPull(cBar)) {
            Products.add(derivative.pull(cBar, c), aBar);
        }
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(
            DMatrixRMaj cBar,
            DMatrixRMaj cBarDot,
            DMatrixRMaj c,
            DMatrixRMaj cDot,
            DMatrixRMaj aBar,
            DMatrixRMaj aBarDot) {
        if (canPull(cBarDot)) {
            Products.add(derivative.pullTangent(cBarDot, c, cDot), aBarDot);
        }
    }
}
