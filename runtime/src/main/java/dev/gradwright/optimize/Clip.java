package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.List;

/** Limits to gradients, to be put before all other links. */
public final class Clip {

    private static final double NORM_EPSILON = 1e-6;
    private static final double LEAST_WEIGHT = 1e-3;

    private Clip() {}

    /**
     * Every number into the range from {@code -limit} to {@code limit}. Changes the direction of the gradient.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static GradientTransformation byValue(double limit) {
        return new ByValue(Hyperparameter.Range.POSITIVE.require("limit of values", limit));
    }

    /**
     * All gradients together to a Euclidean norm of at most {@code limit}: they are multiplied by {@code limit / (norm + 1e-6)} if that is
     * less than 1, as in PyTorch. Keeps the direction.
     *
     * <p>R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks, ICML 2013.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static GradientTransformation byGlobalNorm(double limit) {
        return new ByGlobalNorm(Hyperparameter.Range.POSITIVE.require("limit of the norm", limit));
    }

    /**
     * The gradient of every unit to a norm of at most {@code ratio} times the norm of its weights, or times 1e-3 if they are smaller.
     * The weights of a unit are a column of a matrix, as layers here multiply from the right; the whole of any other parameter.
     *
     * <p>A. Brock, S. De, S. Smith and K. Simonyan, High-performance large-scale image recognition without normalization, ICML 2021.
     *
     * @param ratio usually 0.01
     * @throws IllegalArgumentException if it is not positive
     */
    public static GradientTransformation adaptively(double ratio) {
        return new Adaptively(Hyperparameter.Range.POSITIVE.require("ratio of norms", ratio));
    }

    private record ByValue(double limit) implements GradientTransformation {

        @Override
        public BoundTransformation init(Parameters parameters) {
            return new Elementwise(parameters) {
                @Override
                void begin(long step) {}

                @Override
                void update(Block block) {
                    clip(limit, block.updates, block.from, block.to);
                }
            };
        }

        private static void clip(double limit, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                u[i] = Math.max(-limit, Math.min(limit, u[i]));
            }
        }

        @Override
        public String toString() {
            return "values clipped to " + limit;
        }
    }

    private record ByGlobalNorm(double limit) implements GradientTransformation {

        @Override
        public BoundTransformation init(Parameters parameters) {
            return (step, updates) -> {
                double factor = limit / (Norm.of(updates, 0, updates.length, 1) + NORM_EPSILON);
                if (factor < 1) {
                    for (int i = 0; i < updates.length; i++) {
                        updates[i] *= factor;
                    }
                }
            };
        }

        @Override
        public String toString() {
            return "global norm clipped to " + limit;
        }
    }

    private record Adaptively(double ratio) implements GradientTransformation {

        @Override
        public BoundTransformation init(Parameters parameters) {
            List<NamedParameter> list = parameters.list();
            double[] values = new double[parameters.size()];
            return (step, updates) -> {
                parameters.copyValuesTo(values);
                int at = 0;
                for (int p = 0; p < list.size(); p++) {
                    NamedParameter parameter = list.get(p);
                    int units = Math.max(1, parameter.columns());
                    for (int unit = 0; unit < units; unit++) {
                        clipUnit(values, updates, at + unit, at + parameter.size(), units);
                    }
                    at += parameter.size();
                }
            };
        }

        private void clipUnit(double[] values, double[] updates, int from, int to, int stride) {
            double limit = ratio * Math.max(LEAST_WEIGHT, Norm.of(values, from, to, stride));
            double norm = Norm.of(updates, from, to, stride);
            if (norm > limit) {
                for (int i = from; i < to; i += stride) {
                    updates[i] *= limit / norm;
                }
            }
        }

        @Override
        public String toString() {
            return "gradients clipped to " + ratio + " of weights";
        }
    }
}
