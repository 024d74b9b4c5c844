package dev.gradwright.optimize;

/**
 * Stochastic gradient descent, {@code w = w - lr * g}, plain or with {@link Momentum}: the usual chains by name. Others, say with
 * {@link WeightDecay}, are made with {@link Chain#of}.
 *
 * <p>H. Robbins and S. Monro, A stochastic approximation method, Annals of Mathematical Statistics 22, 1951.
 */
public final class Sgd {

    private Sgd() {}

    /**
     * Plain gradient descent: {@code w = w - lr * g}.
     *
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static GradientTransformation plain(double learningRate) {
        return LearningRate.of(learningRate);
    }

    /** Plain gradient descent with a learning rate that depends on the step. */
    public static GradientTransformation plain(Schedule learningRate) {
        return LearningRate.of(learningRate);
    }

    /**
     * Gradient descent with Polyak's heavy ball: {@code v = mu * v + g; w = w - lr * v}.
     *
     * @throws IllegalArgumentException if the learning rate is negative or not finite, or the momentum not in [0, 1)
     */
    public static GradientTransformation momentum(double learningRate, double momentum) {
        return momentum(Schedule.constant(learningRate), Schedule.constant(momentum));
    }

    /** Gradient descent with Polyak's heavy ball, with a learning rate and momentum that depend on the step. */
    public static GradientTransformation momentum(Schedule learningRate, Schedule momentum) {
        return Chain.of(Momentum.heavyBall(momentum), LearningRate.of(learningRate));
    }

    /**
     * Gradient descent with Nesterov's momentum: {@code v = mu * v + g; w = w - lr * (g + mu * v)}.
     *
     * @throws IllegalArgumentException if the learning rate is negative or not finite, or the momentum not in [0, 1)
     */
    public static GradientTransformation nesterov(double learningRate, double momentum) {
        return nesterov(Schedule.constant(learningRate), Schedule.constant(momentum));
    }

    /** Gradient descent with Nesterov's momentum, with a learning rate and momentum that depend on the step. */
    public static GradientTransformation nesterov(Schedule learningRate, Schedule momentum) {
        return Chain.of(Momentum.nesterov(momentum), LearningRate.of(learningRate));
    }
}
