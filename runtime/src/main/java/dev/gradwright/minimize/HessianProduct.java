package dev.gradwright.minimize;

import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

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
     * A product from a function that computes it in one call and shows it after that, as generated Hessians of static functions do:
     *
     * <pre>{@code
     * var hessian = FunctionsHessian.create();
     * HessianProduct.of(hessian::rosenbrockHessianVectorProduct, hessian::rosenbrockXProduct)
     * }</pre>
     */
    static HessianProduct of(ToDoubleBiFunction<double[], double[]> compute, Supplier<double[]> product) {
        return (x, direction, target) -> {
            compute.applyAsDouble(x, direction);
            System.arraycopy(product.get(), 0, target, 0, target.length);
        };
    }

    /**
     * An approximation by a centred difference of gradients along the vector, with two evaluations of the objective.
     *
     * <p>Exact up to rounding for quadratics; good to some 1e-10 for smooth objectives.
     */
    static HessianProduct byDifferences(Objective objective) {
        return new DifferenceProduct(objective);
    }
}
