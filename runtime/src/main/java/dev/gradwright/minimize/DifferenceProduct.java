package dev.gradwright.minimize;

import java.util.Arrays;

/** A Hessian product as a difference of gradients. */
final class DifferenceProduct implements HessianProduct {

    /** The cube root of the precision of a double, which balances truncation and rounding of a centred difference. */
    private static final double STEP = 6e-6;

    private final Objective objective;

    DifferenceProduct(Objective objective) {
        this.objective = objective;
    }

    @Override
    public void multiply(double[] x, double[] direction, double[] product) {
        double norm = Vectors.norm(direction);
        if (norm == 0) {
            Arrays.fill(product, 0);
            return;
        }
        double h = STEP * (1 + Vectors.largest(x)) / norm;
        double[] point = x.clone();
        double[] below = new double[x.length];
        Vectors.addMultiple(-h, direction, point);
        objective.valueAndGradient(point, below);
        System.arraycopy(x, 0, point, 0, x.length);
        Vectors.addMultiple(h, direction, point);
        objective.valueAndGradient(point, product);
        for (int i = 0; i < product.length; i++) {
            product[i] = (product[i] - below[i]) / (2 * h);
        }
    }
}
