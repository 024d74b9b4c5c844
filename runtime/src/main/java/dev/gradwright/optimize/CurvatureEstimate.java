package dev.gradwright.optimize;

import dev.gradwright.Hessian;

/** Estimates the diagonal of the Hessian of a loss with respect to the parameters, for {@link ScaleBySophia}. */
@FunctionalInterface
public interface CurvatureEstimate {

    /**
     * Estimates the diagonal with the parameters as they are.
     *
     * @param step how many steps of the optimizer have been taken; what is random should depend on nothing else, so that training can
     *     be resumed
     * @param diagonal receives the estimate, in the order of {@link dev.gradwright.Parameters#copyValuesTo}
     */
    void estimate(long step, double[] diagonal);

    /**
     * Hutchinson's estimate {@code z * (H z)}, with random signs {@code z}: right on average, and exact if the Hessian is diagonal.
     *
     * @param hessian the model's generated second derivatives; not the object that gives the optimizer its gradients, as this one is
     *     cleared
     * @param product calls the product of the method that is meant on the current batch, with null for the directions of arguments:
     *     {@code () -> hessian.lossHessianVectorProduct(x, null)}
     * @param seed chooses the signs
     */
    static CurvatureEstimate hutchinson(Hessian hessian, Runnable product, long seed) {
        return new HutchinsonEstimate(hessian, product, seed);
    }
}
