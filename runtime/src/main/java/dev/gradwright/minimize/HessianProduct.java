package dev.gradwright.minimize;

/** The product of the second derivative of an objective with a vector, which is all that Newton's method needs of it. */
@FunctionalInterface
public interface HessianProduct {

    /**
     * Computes the product.
     *
     * @param x the point; not to be changed
     * @param direction the vector; not to be changed
     * @param product receives the Hessian at the point times the vector
     */
    void multiply(double[] x, double[] direction, double[] product);

    /**
     * An approximation by a centred difference of gradients along the vector, with two evaluations of the objective.
     *
     * <p>Exact up to rounding for quadratics; good to some 1e-10 for smooth objectives.
     */
    static HessianProduct byDifferences(Objective objective) {
        return new DifferenceProduct(objective);
    }
}
