package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.linsol.svd.SolvePseudoInverseSvd_DDRM;

/**
 * The pseudo-inverse {@code P = A^+}, computed from singular values as EJML does it, of a matrix whose rows or columns are independent; of
 * others it jumps wherever the rank does, and has no derivative.
 *
 * <p>Tangent: {@code P' = -P A' P + F A'^T P^T P + P P^T A'^T E} with {@code E = I - A P} and {@code F = I - P A}, the prime meaning a
 * tangent (Golub and Pereyra 1973, "The differentiation of pseudo-inverses and nonlinear least squares problems whose variables
 * separate"). Adjoint, with G that of P: A gets {@code -P^T G P^T + P^T P G^T F + E G^T P P^T}.
 */
public final class PseudoInverse extends Factorized {

    private final SolvePseudoInverseSvd_DDRM solver = new SolvePseudoInverseSvd_DDRM(1, 1);
    private final DMatrixRMaj a = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj work = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj g = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj e = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj f = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj eDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj fDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj left = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj right = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj result = new DMatrixRMaj(1, 1);

    public PseudoInverse() {
        super("CommonOps_DDRM.pinv", "has not full rank");
    }

    /** Computes the pseudo-inverse. */
    public void invert(DMatrixRMaj matrix, DMatrixRMaj p, String place) {
        start(matrix, place);
        a.setTo(matrix);
        work.setTo(matrix);
        if (!solver.setA(work)) {
            throw failure("has no singular values: their computation did not converge");
        }
        solver.invert(p);
        Products.multiply(a, p, e);
        Products.multiply(p, a, f);
        double rank = CommonOps_DDRM.trace(a.numRows < a.numCols ? e : f);
        note(Math.abs(rank - Math.min(a.numRows, a.numCols)) < 0.5);
        complement(e);
        complement(f);
    }

    /** The tangent of the pseudo-inverse, from that of A. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj p, DMatrixRMaj pDot) {
        keepTangent(aDot);
        if (!canPush(pDot)) {
            return;
        }
        DMatrixRMaj d = tangent();
        pDot.zero();
        Products.multiply(p, d, left);
        Products.add(-1, left, p, pDot);
        Products.multiplyTransposedRight(f, d, left);
        Products.multiplyTransposedLeft(p, p, right);
        Products.add(1, left, right, pDot);
        Products.multiplyTransposedRight(p, p, left);
        Products.multiplyTransposedLeft(d, e, right);
        Products.add(1, left, right, pDot);
        Products.multiply(d, p, eDot);
        Products.add(1, a, pDot, eDot);
        Products.multiply(pDot, a, fDot);
        Products.add(1, p, d, fDot);
        negate(eDot);
        negate(fDot);
    }

    /** Hands the adjoint of the pseudo-inverse on to A. */
    public void adjoint(DMatrixRMaj pBar, DMatrixRMaj p, DMatrixRMaj aBar) {
        if (!canPull(pBar)) {
            return;
        }
        g.setTo(pBar);
        pBar.zero();
        result.reshape(a.numRows, a.numCols);
        result.zero();
        addTerms(p, p, g);
        Products.add(result, aBar);
    }

    /** The tangent of {@link #adjoint}: each factor in turn by its tangent. */
    public void adjointTangent(
            DMatrixRMaj pBar,
            DMatrixRMaj pBarDot,
            DMatrixRMaj p,
            DMatrixRMaj pDot,
            DMatrixRMaj aBar,
            DMatrixRMaj aBarDot) {
        if (!canPull(pBarDot)) {
            return;
        }
        result.zero();
        addTerms(pDot, p, g);
        addTerms(p, pDot, g);
        addTerms(p, p, pBarDot);
        addMiddle(p, p, g, fDot);
        addLast(eDot, g, p, p);
        pBarDot.zero();
        Products.add(result, aBarDot);
    }

    /** The three terms, with P in two roles: the first and the second one in each term. */
    private void addTerms(DMatrixRMaj p1, DMatrixRMaj p2, DMatrixRMaj seed) {
        Products.multiplyTransposedLeft(p1, seed, left);
        Products.addTransposedRight(-1, left, p2, result);
        addMiddle(p1, p2, seed, f);
        addLast(e, seed, p1, p2);
    }

    /** {@code P1^T P2 G^T F}. */
    private void addMiddle(DMatrixRMaj p1, DMatrixRMaj p2, DMatrixRMaj seed, DMatrixRMaj complement) {
        Products.multiplyTransposedLeft(p1, p2, left);
        Products.multiplyTransposedLeft(seed, complement, right);
        Products.add(1, left, right, result);
    }

    /** {@code E G^T P1 P2^T}. */
    private void addLast(DMatrixRMaj complement, DMatrixRMaj seed, DMatrixRMaj p1, DMatrixRMaj p2) {
        Products.multiplyTransposedRight(complement, seed, left);
        Products.multiplyTransposedRight(p1, p2, right);
        Products.add(1, left, right, result);
    }

    /** {@code I - a}. */
    private static void complement(DMatrixRMaj a) {
        negate(a);
        for (int i = 0; i < a.numRows; i++) {
            a.data[i * a.numCols + i] += 1;
        }
    }

    private static void negate(DMatrixRMaj a) {
        for (int k = 0; k < a.getNumElements(); k++) {
            a.data[k] = -a.data[k];
        }
    }
}
