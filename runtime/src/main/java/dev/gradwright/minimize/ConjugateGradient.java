package dev.gradwright.minimize;

/**
 * Nonlinear conjugate gradients: the direction is the gradient and a part of the direction before, so that the memory is one vector.
 *
 * <p>The part {@code beta}, with {@code y} the change of the gradient: Polak and Ribière's, not negative, {@code max(0, g'y / |g_before|^2)}
 * (E. Polak and G. Ribière 1969; M. Powell 1984); or Hager and Zhang's, {@code (y - 2 d |y|^2 / d'y)' g / d'y}, with a lower limit, which
 * always leads down (W. Hager and H. Zhang, A new conjugate gradient method with guaranteed descent, SIAM Journal on Optimization 16, 2005).
 * A direction that does not lead down is replaced by the gradient.
 */
public final class ConjugateGradient extends Minimizer {

    private static final double ETA = 0.4;

    private final boolean hagerZhang;
    private final LineSearch search;

    private ConjugateGradient(boolean hagerZhang, LineSearch search) {
        this.hagerZhang = hagerZhang;
        this.search = search;
    }

    /** Polak and Ribière's, with the line search of Moré and Thuente, narrower than for quasi-Newton methods. */
    public static ConjugateGradient polakRibiere() {
        return new ConjugateGradient(false, MoreThuente.of(1e-4, 0.1));
    }

    /** Hager and Zhang's, with their line search. */
    public static ConjugateGradient hagerZhang() {
        return new ConjugateGradient(true, HagerZhang.withDefaults());
    }

    /** The same with another line search. */
    public ConjugateGradient lineSearch(LineSearch other) {
        return new ConjugateGradient(hagerZhang, other);
    }

    @Override
    Run start(Objective objective, double[] start) {
        return new Descent(objective, start, new Conjugate(), search);
    }

    @Override
    public String toString() {
        return "conjugate gradients by " + (hagerZhang ? "Hager and Zhang" : "Polak and Ribière");
    }

    private final class Conjugate implements Direction {

        private double[] before;
        private double[] gradientBefore;
        private double[] change;

        @Override
        public void at(double[] point, double[] gradient, double[] direction) {
            double beta = before == null || change == null ? 0 : beta(gradient);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = -gradient[i] + (beta == 0 ? 0 : beta * before[i]);
            }
            if (!(Vectors.dot(direction, gradient) < 0)) {
                for (int i = 0; i < direction.length; i++) {
                    direction[i] = -gradient[i];
                }
            }
            before = direction.clone();
            gradientBefore = gradient.clone();
        }

        private double beta(double[] gradient) {
            if (!hagerZhang) {
                return Math.max(0, Vectors.dot(gradient, change) / Vectors.dot(gradientBefore, gradientBefore));
            }
            double along = Vectors.dot(before, change);
            if (along == 0) {
                return 0;
            }
            double beta = (Vectors.dot(change, gradient)
                            - 2 * Vectors.dot(change, change) * Vectors.dot(before, gradient) / along)
                    / along;
            double limit = -1 / (Vectors.norm(before) * Math.min(ETA, Vectors.norm(gradientBefore)));
            return Math.max(beta, limit);
        }

        @Override
        public void learn(double[] step, double[] newChange) {
            change = newChange;
        }

        @Override
        public void forget() {
            change = null;
        }

        @Override
        public boolean isFresh() {
            return change == null;
        }

        @Override
        public boolean hasScale() {
            return false;
        }
    }
}
