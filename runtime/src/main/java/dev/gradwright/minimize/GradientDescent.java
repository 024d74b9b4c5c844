package dev.gradwright.minimize;

/** Steepest descent with a line search: slow, and what others are to be compared with. */
public final class GradientDescent extends Minimizer {

    private final LineSearch search;

    private GradientDescent(LineSearch search) {
        this.search = search;
    }

    /** With the line search of Moré and Thuente. */
    public static GradientDescent withDefaults() {
        return new GradientDescent(MoreThuente.of(1e-4, 0.9));
    }

    /** With another line search. */
    public GradientDescent lineSearch(LineSearch other) {
        return new GradientDescent(other);
    }

    @Override
    Run start(Objective objective, double[] start) {
        return new Descent(objective, start, new Down(), search);
    }

    @Override
    public String toString() {
        return "gradient descent";
    }

    /** Straight down; what it learns is only that it has begun. */
    private static final class Down implements Direction {

        private boolean fresh = true;

        @Override
        public void at(double[] point, double[] gradient, double[] direction) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] = -gradient[i];
            }
        }

        @Override
        public void learn(double[] step, double[] change) {
            fresh = false;
        }

        @Override
        public void forget() {
            fresh = true;
        }

        @Override
        public boolean isFresh() {
            return fresh;
        }

        @Override
        public boolean hasScale() {
            return false;
        }
    }
}
