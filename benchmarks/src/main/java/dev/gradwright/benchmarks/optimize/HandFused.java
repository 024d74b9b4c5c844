package dev.gradwright.benchmarks.optimize;

/** Methods as one loop each, as somebody would write them who needs only that one. They look at no gradient beforehand. */
public enum HandFused {
    /** Plain gradient descent. */
    SGD {
        @Override
        void step(double[] w, double[] g, State state, double rate, int t) {
            for (int i = 0; i < w.length; i++) {
                w[i] -= rate * g[i];
            }
        }
    },
    /** Heavy ball. */
    MOMENTUM {
        @Override
        void step(double[] w, double[] g, State state, double rate, int t) {
            double[] v = state.first;
            for (int i = 0; i < w.length; i++) {
                double velocity = 0.9 * v[i] + g[i];
                v[i] = velocity;
                w[i] -= rate * velocity;
            }
        }
    },
    /** Adam. */
    ADAM {
        @Override
        void step(double[] w, double[] g, State state, double rate, int t) {
            adam(w, g, state, rate, 0, t);
        }
    },
    /** Adam with decoupled weight decay. */
    ADAMW {
        @Override
        void step(double[] w, double[] g, State state, double rate, int t) {
            adam(w, g, state, rate, 0.01, t);
        }
    };

    /** What a method remembers of a matrix. */
    static final class State {

        private final double[] first;
        private final double[] second;

        State(int length) {
            first = new double[length];
            second = new double[length];
        }
    }

    abstract void step(double[] w, double[] g, State state, double rate, int t);

    private static void adam(double[] w, double[] g, State state, double rate, double decay, int t) {
        double[] m = state.first;
        double[] v = state.second;
        double step = rate / (1 - Math.pow(0.9, t));
        double root = 1 / Math.sqrt(1 - Math.pow(0.999, t));
        double keep = 1 - rate * decay;
        for (int i = 0; i < w.length; i++) {
            double gradient = g[i];
            double mean = 0.9 * m[i] + 0.1 * gradient;
            double square = 0.999 * v[i] + 0.001 * gradient * gradient;
            m[i] = mean;
            v[i] = square;
            w[i] = keep * w[i] - step * mean / (Math.sqrt(square) * root + 1e-8);
        }
    }
}
