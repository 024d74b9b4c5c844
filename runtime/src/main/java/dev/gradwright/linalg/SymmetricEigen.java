package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * Eigenvalues in ascending order and eigenvectors of the symmetric part of a matrix, {@code (A + A^T) / 2 = V diag(w) V^T}. The entry with
 * the largest absolute value in each vector is positive.
 *
 * <p>With {@code P = V^T S' V}, the prime meaning a tangent, {@code w' = diag(P)} and {@code V' = V (F * P)}, where
 * {@code F_ij = 1 / (w_j - w_i)} outside of the diagonal and * means entry by entry. Adjoint: with
 * {@code M = diag(w_) + F * (V^T V_)} A gets the symmetric part of {@code V M V^T} (Giles 2008, section 2.3.2).
 *
 * <p>Where eigenvalues are equal, neither they nor their vectors have derivatives, but a function has that treats the values alike and
 * makes no use of the vectors, such as their sum: its first derivative is given, all else refused.
 */
public final class SymmetricEigen extends Factorized {

    /** Two values closer than this, relative to the largest, are one that has several vectors. */
    private static final double TIE = 1e-12;

    private static final String TROUBLE = "has eigenvalues that are equal";

    private SymmetricQr decomposition;
    private int n = -1;
    private double scale;
    private int[] order = {};
    private final DMatrixRMaj s = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj w = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj v = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj wDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj vDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj p = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj q = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj m = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj mDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj g = new DMatrixRMaj(1, 1);

    public SymmetricEigen() {
        super("Decompositions.symmetricEigen", TROUBLE);
    }

    /** Computes values and vectors. */
    public void decompose(DMatrixRMaj a, DMatrixRMaj values, DMatrixRMaj vectors, String place) {
        start(a, place);
        if (a.numRows != a.numCols) {
            throw failure("is not square");
        }
        if (n != a.numRows) {
            n = a.numRows;
            decomposition = new SymmetricQr(n);
            order = new int[n];
        }
        Symmetric.part(a, s);
        if (!decomposition.decompose(s)) {
            throw failure("has no eigenvalues: their computation did not converge");
        }
        w.reshape(n, 1);
        v.reshape(n, n);
        sort();
        scale = 0;
        for (int j = 0; j < n; j++) {
            w.data[j] = decomposition.value(order[j]);
            scale = Math.max(scale, Math.abs(w.data[j]));
            place(order[j], j);
        }
        values.setTo(w);
        vectors.setTo(v);
    }

    private void sort() {
        for (int j = 0; j < n; j++) {
            int i = j;
            double value = decomposition.value(j);
            for (; i > 0 && decomposition.value(order[i - 1]) > value; i--) {
                order[i] = order[i - 1];
            }
            order[i] = j;
        }
    }

    private void place(int vector, int column) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double component = decomposition.component(vector, i);
            largest = Math.abs(component) > Math.abs(largest) ? component : largest;
        }
        double sign = Math.signum(largest);
        for (int i = 0; i < n; i++) {
            v.data[i * n + column] = sign * decomposition.component(vector, i);
        }
    }

    /** The tangents of values and vectors, from that of A; no numbers where they are not defined. */
    public void tangent(
            DMatrixRMaj aDot, DMatrixRMaj values, DMatrixRMaj valuesDot, DMatrixRMaj vectors, DMatrixRMaj vectorsDot) {
        Symmetric.part(aDot, p);
        Products.multiply(p, v, q);
        Products.multiplyTransposedLeft(v, q, p);
        wDot.reshape(n, 1);
        for (int j = 0; j < n; j++) {
            wDot.data[j] = p.data[j * n + j];
            for (int i = 0; i < n; i++) {
                if (i != j && isTie(i, j)) {
                    wDot.data[j] = Double.NaN;
                }
                p.data[i * n + j] = i == j ? 0 : p.data[i * n + j] / gap(i, j);
            }
        }
        Products.multiply(v, p, vDot);
        if (valuesDot != null) {
            valuesDot.setTo(wDot);
        }
        if (vectorsDot != null) {
            vectorsDot.setTo(vDot);
        }
    }

    /** Hands the adjoints of values and vectors on to A. */
    public void adjoint(
            DMatrixRMaj valuesBar, DMatrixRMaj values, DMatrixRMaj vectorsBar, DMatrixRMaj vectors, DMatrixRMaj aBar) {
        m.reshape(n, n);
        m.zero();
        g.reshape(n, n);
        g.zero();
        if (vectorsBar != null) {
            g.setTo(vectorsBar);
            vectorsBar.zero();
            Products.multiplyTransposedLeft(v, g, m);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean isUsed = m.data[i * n + j] != 0 || valuesBar != null && valuesBar.data[i] != valuesBar.data[j];
                if (i != j && isUsed && isTie(i, j)) {
                    throw refusal(TROUBLE);
                }
                m.data[i * n + j] = i == j || m.data[i * n + j] == 0 ? 0 : m.data[i * n + j] / gap(i, j);
            }
        }
        if (valuesBar != null) {
            for (int i = 0; i < n; i++) {
                m.data[i * n + i] = valuesBar.data[i];
            }
            valuesBar.zero();
        }
        Products.multiply(v, m, q);
        Products.multiplyTransposedRight(q, v, p);
        Symmetric.addPart(p, aBar);
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(
            DMatrixRMaj valuesBar,
            DMatrixRMaj valuesBarDot,
            DMatrixRMaj values,
            DMatrixRMaj valuesDot,
            DMatrixRMaj vectorsBar,
            DMatrixRMaj vectorsBarDot,
            DMatrixRMaj vectors,
            DMatrixRMaj vectorsDot,
            DMatrixRMaj aBar,
            DMatrixRMaj aBarDot) {
        Products.multiplyTransposedLeft(vDot, g, mDot);
        if (vectorsBar != null) {
            Products.addTransposedLeft(1, v, vectorsBarDot, mDot);
            vectorsBarDot.zero();
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && isTie(i, j)) {
                    throw refusal(TROUBLE);
                }
                double slope = wDot.data[j] - wDot.data[i];
                double entry = mDot.data[i * n + j] - m.data[i * n + j] * slope;
                mDot.data[i * n + j] = i == j ? 0 : entry / gap(i, j);
            }
        }
        if (valuesBar != null) {
            for (int i = 0; i < n; i++) {
                mDot.data[i * n + i] = valuesBarDot.data[i];
            }
            valuesBarDot.zero();
        }
        Products.multiply(v, m, q);
        Products.multiplyTransposedRight(q, vDot, p);
        Products.multiply(vDot, m, q);
        Products.add(1, v, mDot, q);
        Products.addTransposedRight(1, q, v, p);
        Symmetric.addPart(p, aBarDot);
    }

    private double gap(int i, int j) {
        return isTie(i, j) ? 0 : w.data[j] - w.data[i];
    }

    private boolean isTie(int i, int j) {
        return Math.abs(w.data[i] - w.data[j]) <= TIE * scale;
    }
}
