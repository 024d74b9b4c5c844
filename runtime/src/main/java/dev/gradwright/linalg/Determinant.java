package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.misc.UnrolledDeterminantFromMinor_DDRM;

/**
 * The determinant, computed as EJML does it. Its derivative is the matrix of cofactors, {@code det(A) A^-T} (Giles 2008, section 2.2.4;
 * Petersen and Pedersen, section 2.1.2). Up to three rows the cofactors are computed as such, so that singular matrices have
 * derivatives too; larger singular matrices are refused.
 */
public final class Determinant extends Factorized {

    private static final int DIRECT = 3;

    private final LuFactors factors = new LuFactors();
    private final DMatrixRMaj a = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj inverse = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj cofactors = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj cofactorsDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj t = new DMatrixRMaj(1, 1);
    private double value;
    private double slope;
    private boolean isFactorized;
    private boolean isInverted;

    public Determinant() {
        super("CommonOps_DDRM.det", "is singular");
    }

    /** Computes the determinant. */
    public double determinant(DMatrixRMaj matrix, String place) {
        start(matrix, place);
        isInverted = false;
        a.setTo(matrix);
        isFactorized = a.numRows == a.numCols && a.numCols > UnrolledDeterminantFromMinor_DDRM.MAX;
        if (!isFactorized) {
            value = CommonOps_DDRM.det(a);
        } else {
            value = factors.factorize(a) ? factors.determinant() : 0;
        }
        return value;
    }

    /** The tangent of the determinant, from that of A. */
    public double tangent(DMatrixRMaj aDot) {
        keepTangent(aDot);
        if (!prepare()) {
            slope = Double.NaN;
            return slope;
        }
        slope = 0;
        for (int k = 0; k < cofactors.getNumElements(); k++) {
            slope += cofactors.data[k] * tangent().data[k];
        }
        return slope;
    }

    /** Hands the adjoint of the determinant on to A. */
    public void adjoint(double seed, DMatrixRMaj aBar) {
        if (prepare()) {
            CommonOps_DDRM.addEquals(aBar, seed, cofactors);
        } else if (seed != 0) {
            throw refusal("is singular");
        }
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(double seed, double seedDot, DMatrixRMaj aBar, DMatrixRMaj aBarDot) {
        if (prepare()) {
            CommonOps_DDRM.addEquals(aBarDot, seedDot, cofactors);
            cofactorsTangent();
            CommonOps_DDRM.addEquals(aBarDot, seed, cofactorsDot);
        } else if (seedDot != 0 || seed != 0) {
            throw refusal("is singular");
        }
    }

    /** Computes the cofactors, if that is possible. */
    private boolean prepare() {
        if (isInverted || hasFailed()) {
            return !hasFailed();
        }
        isInverted = true;
        int n = a.numRows;
        cofactors.reshape(n, n);
        if (n <= DIRECT) {
            cofactors.zero();
            addCofactors(a, a, n == DIRECT ? 0.5 : 1, cofactors);
            return true;
        }
        boolean isThere = isFactorized || factors.factorize(a);
        if (!note(isThere && value != 0 && factors.isRegular())) {
            return false;
        }
        inverse.reshape(n, n);
        factors.invert(inverse);
        CommonOps_DDRM.transpose(inverse, cofactors);
        CommonOps_DDRM.scale(value, cofactors);
        return true;
    }

    /** Where there is an inverse the tangent of the cofactors is {@code (slope I - C A'^T) A^-T}. */
    private void cofactorsTangent() {
        int n = a.numRows;
        cofactorsDot.reshape(n, n);
        cofactorsDot.zero();
        DMatrixRMaj d = tangent();
        if (n <= DIRECT) {
            addCofactors(a, d, 1, cofactorsDot);
            return;
        }
        Products.multiplyTransposedRight(cofactors, d, t);
        for (int k = 0; k < t.getNumElements(); k++) {
            t.data[k] = -t.data[k];
        }
        for (int i = 0; i < n; i++) {
            t.data[i * n + i] += slope;
        }
        Products.multiplyTransposedRight(t, inverse, cofactorsDot);
    }

    /**
     * Adds the cofactors of a matrix of up to three rows. With three they are products of two entries; those of two matrices are mixed, so
     * that the matrix with itself gives them twice, and the matrix with its tangent gives their tangent. With two rows they are entries of
     * the second matrix, with one they are constant.
     */
    private static void addCofactors(DMatrixRMaj p, DMatrixRMaj q, double factor, DMatrixRMaj c) {
        int n = p.numRows;
        if (n == 1) {
            c.data[0] += p == q ? 1 : 0;
        } else if (n == 2) {
            c.data[0] += q.data[3];
            c.data[1] -= q.data[2];
            c.data[2] -= q.data[1];
            c.data[3] += q.data[0];
        }
        for (int i = 0; n == DIRECT && i < n; i++) {
            int i1 = (i + 1) % n * n;
            int i2 = (i + 2) % n * n;
            for (int j = 0; j < n; j++) {
                int j1 = (j + 1) % n;
                int j2 = (j + 2) % n;
                c.data[i * n + j] += factor
                        * (p.data[i1 + j1] * q.data[i2 + j2]
                                + q.data[i1 + j1] * p.data[i2 + j2]
                                - p.data[i1 + j2] * q.data[i2 + j1]
                                - q.data[i1 + j2] * p.data[i2 + j1]);
            }
        }
    }
}
