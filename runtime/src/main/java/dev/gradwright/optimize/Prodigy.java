package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Prodigy: Adam that finds its learning rate. It keeps a lower bound {@code d} for the distance from the first parameters {@code p} to the
 * minimum, learnt from how gradients point back to them, and steps by it. With {@code b3 = sqrt(b2)} and {@code q = d^2 / d0 * lr},
 *
 * <pre>
 * n = b3 * n + q * (g, p - w)         s = b3 * s + q * g
 * m = b1 * m + (1 - b1) * d * g       v = b2 * v + (1 - b2) * d^2 * g^2
 * w = w - d * lr * (m / (sqrt(v) + d' * eps) + decay * w)       d' = max(d, n / sum |s|)
 * </pre>
 *
 * <p>K. Mishchenko and A. Defazio, Prodigy: an expeditiously adaptive parameter-free learner, ICML 2024, in the form of its authors'
 * program. This is a whole method: no {@link LearningRate} comes after it, and its own is 1, or a schedule that starts at 1.
 */
public final class Prodigy implements GradientTransformation {

    private final Hyperparameter rate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double decay;
    private final double first;
    private final double growth;

    private Prodigy(
            Hyperparameter rate,
            double beta1,
            double beta2,
            double epsilon,
            double decay,
            double first,
            double growth) {
        this.rate = rate;
        this.beta1 = Hyperparameter.Range.BELOW_ONE.require("beta1", beta1);
        this.beta2 = Hyperparameter.Range.BETWEEN_ZERO_AND_ONE.require("beta2", beta2);
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
        this.decay = Hyperparameter.Range.NOT_NEGATIVE.require("weight decay", decay);
        this.first = Hyperparameter.Range.POSITIVE.require("first distance of Prodigy", first);
        this.growth = Hyperparameter.Range.ONE_OR_MORE.require("growth rate of Prodigy", growth);
    }

    /** With learning rate 1, decay rates 0.9 and 0.999, epsilon 1e-8, no weight decay, first distance 1e-6 and any growth. */
    public static Prodigy withDefaults() {
        return new Prodigy(rate(Schedule.constant(1)), 0.9, 0.999, 1e-8, 0, 1e-6, Double.POSITIVE_INFINITY);
    }

    private static Hyperparameter rate(Schedule schedule) {
        return new Hyperparameter("learning rate", schedule, Hyperparameter.Range.POSITIVE);
    }

    /** The same with a factor of the found rate that depends on the step: decay, but no warm-up from zero. */
    public Prodigy learningRate(Schedule rate) {
        return new Prodigy(rate(rate), beta1, beta2, epsilon, decay, first, growth);
    }

    /**
     * The same with other decay rates and epsilon.
     *
     * @throws IllegalArgumentException if a decay rate is not in [0, 1) or epsilon not positive
     */
    public Prodigy betas(double beta1, double beta2, double epsilon) {
        return new Prodigy(rate, beta1, beta2, epsilon, decay, first, growth);
    }

    /**
     * The same with weight decay, decoupled from gradients.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Prodigy weightDecay(double decay) {
        return new Prodigy(rate, beta1, beta2, epsilon, decay, first, growth);
    }

    /**
     * The same with a first distance and a limit to the factor by which it grows in a step.
     *
     * @throws IllegalArgumentException if the distance is not positive or the factor less than 1
     */
    public Prodigy distance(double first, double growth) {
        return new Prodigy(rate, beta1, beta2, epsilon, decay, first, growth);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound implements BoundTransformation {

        private static final int DISTANCE = 0;
        private static final int LARGEST = 1;
        private static final int NUMERATOR = 2;

        private final Parameters parameters;
        private final double[] values;
        private final double[] start;
        private final double[] mean;
        private final double[] square;
        private final double[] sum;
        private final double[] found = {first, first, 0};

        Bound(Parameters parameters) {
            this.parameters = parameters;
            values = new double[parameters.size()];
            start = new double[values.length];
            mean = new double[values.length];
            square = new double[values.length];
            sum = new double[values.length];
        }

        @Override
        public void update(long step, double[] updates) {
            double factor = rate.at(step);
            parameters.copyValuesTo(values);
            if (step == 0) {
                System.arraycopy(values, 0, start, 0, start.length);
            }
            double d = found[DISTANCE];
            double denominator = takeIn(d, d / first * d * factor, updates);
            if (denominator > 0) {
                grow(found[NUMERATOR] / denominator);
            }
            scale(d * factor, found[DISTANCE] * epsilon, updates);
        }

        private double takeIn(double d, double share, double[] g) {
            double beta3 = Math.sqrt(beta2);
            double back = 0;
            double denominator = 0;
            for (int i = 0; i < g.length; i++) {
                back += g[i] * (start[i] - values[i]);
                mean[i] = beta1 * mean[i] + (1 - beta1) * d * g[i];
                square[i] = beta2 * square[i] + (1 - beta2) * d * d * g[i] * g[i];
                sum[i] = beta3 * sum[i] + share * g[i];
                denominator += Math.abs(sum[i]);
            }
            found[NUMERATOR] = beta3 * found[NUMERATOR] + share * back;
            return denominator;
        }

        private void grow(double estimate) {
            double d = found[DISTANCE];
            double from = d == first ? Math.max(d, estimate) : d;
            found[LARGEST] = Math.max(found[LARGEST], estimate);
            found[DISTANCE] = Math.min(found[LARGEST], from * growth);
        }

        private void scale(double length, double small, double[] u) {
            for (int i = 0; i < u.length; i++) {
                u[i] = -length * (mean[i] / (Math.sqrt(square[i]) + small) + decay * values[i]);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("prodigy.start", start);
            visitor.numbers("prodigy.mean", mean);
            visitor.numbers("prodigy.square", square);
            visitor.numbers("prodigy.sum", sum);
            visitor.numbers("prodigy.distance", found);
        }
    }

    @Override
    public String toString() {
        return "Prodigy with " + rate + ", beta1 " + beta1 + ", beta2 " + beta2 + ", weight decay " + decay;
    }
}
