package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The logarithm of the absolute value of the determinant, summed over the pivots of the elimination, so that it exists where the
 * determinant is too large or too small for a number. Its derivative is {@code A^-T} (Giles 2008, section 2.2.4; Petersen and Pedersen,
 * section 2.1.4), whose tangent is {@code -A^-T A'^T A^-T}.
 */
public final class LogDeterminant extends Factorized {

    private final LuFactors factors = new LuFactors();
    private final DMatrixRMaj inverse = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj gradient = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj gradientDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj t = new DMatrixRMaj(1, 1);

    public LogDeterminant() {
        super("Decompositions.logDeterminant", "is singular");
    }

    /** Computes the logarithm. */
    public double logDeterminant(DMatrixRMaj a, String place) {
        start(a, place);
        if (a.numRows != a.numCols) {
            throw failure("is not square");
        } else if (!factors.factorize(a) || !factors.isRegular()) {
            throw failure("is singular, so its determinant has no logarithm");
        }
        return factors.logDeterminant();
    }

    /** The tangent, from that of A. */
    public double tangent(DMatrixRMaj aDot) {
        keepTangent(aDot);
        invert(aDot.numRows);
        double slope = 0;
        for (int k = 0; k < gradient.getNumElements(); k++) {
            slope += gradient.data[k] * aDot.data[k];
        }
        return slope;
    }

    /** Hands the adjoint on to A. */
    public void adjoint(double seed, DMatrixRMaj aBar) {
        invert(aBar.numRows);
        CommonOps_DDRM.addEquals(aBar, seed, gradient);
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(double seed, double seedDot, DMatrixRMaj aBar, DMatrixRMaj aBarDot) {
        CommonOps_DDRM.addEquals(aBarDot, seedDot, gradient);
        Products.multiplyTransposedRight(gradient, tangent(), t);
        Products.multiply(t, gradient, gradientDot);
        CommonOps_DDRM.addEquals(aBarDot, -seed, gradientDot);
    }

    private void invert(int n) {
        inverse.reshape(n, n);
        factors.invert(inverse);
        CommonOps_DDRM.transpose(inverse, gradient);
    }
}
