package dev.gradwright;

/**
 * What all generated second derivatives have in common: they give products of the Hessian of a number and a direction, beside the
 * gradient.
 *
 * <p>A call takes the directions of arguments beside the arguments; the directions of parameters are written into {@link #directions()}
 * before. Gradients and products of parameters accumulate; {@link #zero()} clears both.
 */
public interface Hessian extends Gradient {

    /** The parameters by name; where a gradient lists the gradient of a parameter, this lists the direction in which it moves. */
    Parameters directions();

    /** The parameters by name; where a gradient lists the gradient of a parameter, this lists its part of the product. */
    Parameters products();

    /**
     * All second derivatives with respect to the parameters, in their order. Takes a product for each row, so it is for models with
     * few parameters. Leaves gradients, products and directions at zero.
     *
     * @param product calls the product of the method that is meant, with null for the directions of arguments: {@code () ->
     *     hessian.lossHessianVectorProduct(x, null)}
     * @return a new array of rows
     */
    default double[][] ofParameters(Runnable product) {
        int size = directions().size();
        double[] unit = new double[size];
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            unit[i] = 1;
            directions().setGradients(unit);
            zero();
            product.run();
            products().copyGradientsTo(rows[i]);
            unit[i] = 0;
        }
        directions().zeroGradients();
        zero();
        return rows;
    }
}
