package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * The largest singular value, which is the norm of a matrix as a map. Its derivative is {@code u v^T} with the vectors that belong to it
 * (Giles 2008, section 2.3.4); at zero it is taken to be 0, and where two values are the largest there is none.
 */
public final class SpectralNorm extends Factorized {

    private final SingularFactors factors = new SingularFactors();
    private final DMatrixRMaj weights = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj weightsDot = new DMatrixRMaj(1, 1);
    private boolean isZero;

    public SpectralNorm() {
        super("NormOps_DDRM.inducedP2", "has two largest singular values");
    }

    /** Computes the norm. */
    public double norm(DMatrixRMaj a, String place) {
        start(a, place);
        if (!factors.factorize(a)) {
            throw failure("has no singular values: their computation did not converge");
        }
        double norm = factors.count() == 0 ? 0 : factors.value(0);
        isZero = norm == 0;
        note(isZero || factors.count() == 1 || !factors.isTie(0, 1));
        weights.reshape(factors.count(), 1);
        weights.zero();
        weightsDot.reshape(factors.count(), 1);
        weightsDot.zero();
        return norm;
    }

    /** The tangent of the norm, from that of A. */
    public double tangent(DMatrixRMaj aDot) {
        keepTangent(aDot);
        if (isZero) {
            return 0;
        }
        return hasFailed() ? Double.NaN : factors.valueTangent(0, tangent());
    }

    /** Hands the adjoint of the norm on to A. */
    public void adjoint(double seed, DMatrixRMaj aBar) {
        if (isDefinedFor(seed)) {
            weights.data[0] = seed;
            factors.addWeighted(weights, aBar);
        }
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(double seed, double seedDot, DMatrixRMaj aBar, DMatrixRMaj aBarDot) {
        if (isDefinedFor(seed == 0 ? seedDot : seed)) {
            weights.data[0] = seed;
            weightsDot.data[0] = seedDot;
            factors.addWeightedTangent(weights, weightsDot, tangent(), aBarDot);
        }
    }

    private boolean isDefinedFor(double seed) {
        if (hasFailed() && seed != 0) {
            throw refusal("has two largest singular values");
        }
        return !hasFailed() && !isZero;
    }
}
