package dev.gradwright.optimize;

import dev.gradwright.Hessian;

/** An estimate of the diagonal by a product with random signs, which depend on the seed and the step alone. */
final class HutchinsonEstimate implements CurvatureEstimate {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Hessian hessian;
    private final Runnable product;
    private final long seed;
    private final double[] signs;

    HutchinsonEstimate(Hessian hessian, Runnable product, long seed) {
        this.hessian = hessian;
        this.product = product;
        this.seed = seed;
        this.signs = new double[hessian.directions().size()];
    }

    @Override
    public void estimate(long step, double[] diagonal) {
        long start = mix(seed + step * GOLDEN);
        for (int i = 0; i < signs.length; i++) {
            signs[i] = mix(start + i * GOLDEN) < 0 ? -1 : 1;
        }
        hessian.directions().setGradients(signs);
        hessian.zero();
        product.run();
        hessian.products().copyGradientsTo(diagonal);
        for (int i = 0; i < signs.length; i++) {
            diagonal[i] *= signs[i];
        }
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
