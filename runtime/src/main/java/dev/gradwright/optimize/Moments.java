package dev.gradwright.optimize;

/** Decaying means of gradients and of their squares, which many methods keep; zero at first, and how much too small they are for it. */
final class Moments {

    private final double[][] mean;
    private final double[][] square;
    private final double[] products = {1, 1};
    private double beta1;
    private double beta2;

    Moments(Segments segments) {
        mean = segments.zeros();
        square = segments.zeros();
    }

    /** Sets the decay rates of a step. */
    void begin(double newBeta1, double newBeta2) {
        beta1 = newBeta1;
        beta2 = newBeta2;
        products[0] *= newBeta1;
        products[1] *= newBeta2;
    }

    /** Takes in the gradients of a block. */
    void update(Block block) {
        update(beta1, beta2, mean[block.index], square[block.index], block.updates, block.from, block.to);
    }

    private static void update(double b1, double b2, double[] m, double[] v, double[] g, int from, int to) {
        double a1 = 1 - b1;
        double a2 = 1 - b2;
        for (int i = from; i < to; i++) {
            m[i] = b1 * m[i] + a1 * g[i];
            v[i] = b2 * v[i] + a2 * g[i] * g[i];
        }
    }

    double[] mean(int index) {
        return mean[index];
    }

    double[] square(int index) {
        return square[index];
    }

    double beta1() {
        return beta1;
    }

    double beta2() {
        return beta2;
    }

    /** What the mean is to be divided by: {@code 1 - b1^t}. */
    double meanCorrection() {
        return 1 - products[0];
    }

    /** What the mean of squares is to be divided by: {@code 1 - b2^t}. */
    double squareCorrection() {
        return 1 - products[1];
    }

    void visitState(String owner, StateVisitor visitor) {
        visitor.numbers(owner + ".mean", mean);
        visitor.numbers(owner + ".square", square);
        visitor.numbers(owner + ".products of betas", products);
    }
}
