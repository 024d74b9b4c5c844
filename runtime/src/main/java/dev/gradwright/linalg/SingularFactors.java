package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Singular values in descending order and their vectors, {@code A = U diag(s) V^T} in the compact form, and the tangents of all three.
 *
 * <p>With {@code P = U^T A' V}, the prime meaning a tangent: {@code s' = diag(P)},
 * {@code U' = U (F * (P S + S P^T)) + (I - U U^T) A' V S^-1} and likewise {@code V' = V (F * (S P + P^T S)) + (I - V V^T) A'^T U S^-1},
 * where {@code F_ij = 1 / (s_j^2 - s_i^2)} outside of the diagonal, * meaning entry by entry (Giles 2008, section 2.3.4 and its
 * derivation).
 */
final class SingularFactors {

    /** Two values closer than this, relative to the largest, are one that has several vectors. */
    private static final double TIE = 1e-12;

    private SingularValueDecomposition_F64<DMatrixRMaj> svd;
    private final DMatrixRMaj work = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj u = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj v = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj uDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj vDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj p = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj q = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj t = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj scaled = new DMatrixRMaj(1, 1);
    private double[] s = {};
    private int count;

    /** Factorizes; says whether that has converged. */
    boolean factorize(DMatrixRMaj a) {
        if (svd == null) {
            svd = DecompositionFactory_DDRM.svd(a.numRows, a.numCols, true, true, true);
        }
        count = Math.min(a.numRows, a.numCols);
        work.setTo(a);
        if (!svd.decompose(work)) {
            return false;
        }
        svd.getU(u, false);
        svd.getV(v, false);
        s = svd.getSingularValues();
        SingularOps_DDRM.descendingOrder(u, false, s, count, v, false);
        return true;
    }

    int count() {
        return count;
    }

    double value(int i) {
        return s[i];
    }

    /** Whether two values are one, as far as can be told. */
    boolean isTie(int i, int j) {
        return Math.abs(s[i] - s[j]) <= TIE * s[0];
    }

    boolean isZero(int i) {
        return s[i] <= TIE * s[0];
    }

    /** The tangent of a value. */
    double valueTangent(int i, DMatrixRMaj aDot) {
        double sum = 0;
        for (int r = 0; r < aDot.numRows; r++) {
            double row = 0;
            for (int c = 0; c < aDot.numCols; c++) {
                row += aDot.data[r * aDot.numCols + c] * v.data[c * count + i];
            }
            sum += u.data[r * count + i] * row;
        }
        return sum;
    }

    /** {@code aBar += U diag(weights) V^T}. */
    void addWeighted(DMatrixRMaj weights, DMatrixRMaj aBar) {
        addWeighted(u, weights, v, aBar);
    }

    /** The tangent of that, with the tangents of the vectors. */
    void addWeightedTangent(DMatrixRMaj weights, DMatrixRMaj weightsDot, DMatrixRMaj aDot, DMatrixRMaj aBarDot) {
        push(aDot);
        addWeighted(uDot, weights, v, aBarDot);
        addWeighted(u, weightsDot, v, aBarDot);
        addWeighted(u, weights, vDot, aBarDot);
    }

    private void addWeighted(DMatrixRMaj left, DMatrixRMaj weights, DMatrixRMaj right, DMatrixRMaj target) {
        scaled.setTo(left);
        for (int r = 0; r < left.numRows; r++) {
            for (int i = 0; i < count; i++) {
                scaled.data[r * count + i] *= weights.data[i];
            }
        }
        Products.addTransposedRight(1, scaled, right, target);
    }

    private void push(DMatrixRMaj aDot) {
        Products.multiply(aDot, v, t);
        Products.multiplyTransposedLeft(u, t, p);
        side(u, t, uDot, false);
        Products.multiplyTransposedLeft(aDot, u, t);
        side(v, t, vDot, true);
    }

    /** The tangent of the vectors on one side; t holds the tangent of A times the vectors of the other. */
    private void side(DMatrixRMaj vectors, DMatrixRMaj t, DMatrixRMaj dot, boolean isRight) {
        q.reshape(count, count);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double pij = p.data[i * count + j];
                double pji = p.data[j * count + i];
                double sum = isRight ? s[i] * pij + pji * s[j] : pij * s[j] + s[i] * pji;
                q.data[i * count + j] = i == j || isTie(i, j) ? 0 : sum / ((s[j] - s[i]) * (s[j] + s[i]));
            }
        }
        Products.multiply(vectors, q, dot);
        Products.multiplyTransposedLeft(vectors, t, q);
        Products.add(-1, vectors, q, t);
        for (int r = 0; r < t.numRows; r++) {
            for (int i = 0; i < count; i++) {
                dot.data[r * count + i] += isZero(i) ? 0 : t.data[r * count + i] / s[i];
            }
        }
    }
}
