package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/** The derivative of an inverse {@code C = A^-1}: {@code C' = -C A' C}, and A gets {@code -C^T C_ C^T} (Giles 2008, section 2.2.3). */
final class InverseDerivative {

    private final DMatrixRMaj g = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj t = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj m = new DMatrixRMaj(1, 1);

    /** Writes the tangent of the inverse; the two tangents may be one matrix. */
    void push(DMatrixRMaj aDot, DMatrixRMaj c, DMatrixRMaj cDot) {
        Products.multiply(c, aDot, t);
        Products.multiply(t, c, cDot);
        negate(cDot);
    }

    /** Takes the adjoint of the inverse away; gives the share of A. */
    DMatrixRMaj pull(DMatrixRMaj cBar, DMatrixRMaj c) {
        g.setTo(cBar);
        cBar.zero();
        Products.multiplyTransposedLeft(c, g, t);
        Products.multiplyTransposedRight(t, c, m);
        negate(m);
        return m;
    }

    /** The same for the tangents, after it. */
    DMatrixRMaj pullTangent(DMatrixRMaj cBarDot, DMatrixRMaj c, DMatrixRMaj cDot) {
        m.zero();
        Products.addTransposedRight(-1, t, cDot, m);
        Products.multiplyTransposedLeft(cDot, g, t);
        Products.addTransposedLeft(1, c, cBarDot, t);
        Products.addTransposedRight(-1, t, c, m);
        cBarDot.zero();
        return m;
    }

    private static void negate(DMatrixRMaj a) {
        for (int k = 0; k < a.getNumElements(); k++) {
            a.data[k] = -a.data[k];
        }
    }
}
