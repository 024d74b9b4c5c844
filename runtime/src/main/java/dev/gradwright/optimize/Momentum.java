package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Momentum: updates gather speed where gradients agree from step to step. With momentum {@code mu}, gradient {@code g} and dampening
 * {@code tau}, which is 0 unless given,
 *
 * <pre>
 * v = mu * v + (1 - tau) * g
 * u = v              heavy ball
 * u = g + mu * v     Nesterov
 * </pre>
 *
 * <p>Heavy ball: B. T. Polyak, Some methods of speeding up the convergence of iteration methods, USSR Computational Mathematics
 * and Mathematical Physics 4(5), 1964. Nesterov: Y. Nesterov, A method for solving the convex programming problem with convergence
 * rate O(1/k^2), Soviet Mathematics Doklady 27, 1983, in the form that I. Sutskever, J. Martens, G. Dahl and G. Hinton gave it (On
 * the importance of initialization and momentum in deep learning, ICML 2013), written for the point they look ahead to, as that is
 * where the gradient is taken.
 *
 * <p>As in PyTorch, the first velocity is the first gradient, dampened or not ({@link #startingAtRest} begins with zero instead, which
 * makes a difference with dampening only), and the velocity is one of gradients, and the learning rate comes after it. The papers multiply the gradient by the
 * learning rate first, which is the same as long as that is constant; when it changes, here it acts at once on the whole velocity. Put the {@link LearningRate} before this link to have
 * it as in the papers and in Keras.
 */
public final class Momentum implements GradientTransformation {

    private final Hyperparameter momentum;
    private final boolean nesterov;
    private final double dampening;
    private final boolean atRest;

    private Momentum(Hyperparameter momentum, boolean nesterov, double dampening, boolean atRest) {
        this.momentum = momentum;
        this.nesterov = nesterov;
        this.dampening = Hyperparameter.Range.BELOW_ONE.require("dampening", dampening);
        this.atRest = atRest;
    }

    private static Momentum of(String name, Schedule momentum, boolean nesterov) {
        return new Momentum(new Hyperparameter(name, momentum, Hyperparameter.Range.BELOW_ONE), nesterov, 0, false);
    }

    /**
     * The same with a dampening: all gradients but the first enter the velocity with the factor {@code 1 - dampening}.
     *
     * @throws IllegalArgumentException if it is not in [0, 1)
     */
    public Momentum dampening(double dampening) {
        return new Momentum(momentum, nesterov, dampening, atRest);
    }

    /** The same with a velocity that is zero at first, so that dampening acts on the first gradient too. */
    public Momentum startingAtRest() {
        return new Momentum(momentum, nesterov, dampening, true);
    }

    /**
     * Polyak's heavy ball.
     *
     * @throws IllegalArgumentException if the momentum is not in [0, 1)
     */
    public static Momentum heavyBall(double momentum) {
        return heavyBall(Schedule.constant(momentum));
    }

    /**
     * Polyak's heavy ball with a momentum that depends on the step.
     *
     * @throws IllegalArgumentException if the momentum is not in [0, 1) at step 0; at a later step, when that step is taken
     */
    public static Momentum heavyBall(Schedule momentum) {
        return of("momentum", momentum, false);
    }

    /**
     * Nesterov's momentum.
     *
     * @throws IllegalArgumentException if the momentum is not in [0, 1)
     */
    public static Momentum nesterov(double momentum) {
        return nesterov(Schedule.constant(momentum));
    }

    /**
     * Nesterov's momentum, depending on the step.
     *
     * @throws IllegalArgumentException if the momentum is not in [0, 1) at step 0; at a later step, when that step is taken
     */
    public static Momentum nesterov(Schedule momentum) {
        return of("Nesterov momentum", momentum, true);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise implements FusedSweep.OneLoop {

        private final double[][] velocity;
        private double mu;
        private double share;

        Bound(Parameters parameters) {
            super(parameters);
            velocity = segments.zeros();
        }

        @Override
        void begin(long step) {
            mu = momentum.at(step);
            share = step == 0 && !atRest ? 1 : 1 - dampening;
        }

        @Override
        void update(Block block) {
            double[] v = velocity[block.index];
            if (nesterov) {
                nesterov(mu, share, v, block.updates, block.from, block.to);
            } else {
                heavyBall(mu, share, v, block.updates, block.from, block.to);
            }
        }

        @Override
        public void step(int index, double[] values, double[] gradients, int length, double keep, double factor) {
            if (nesterov) {
                nesterovStep(mu, share, velocity[index], gradients, values, length, keep, factor);
            } else {
                heavyBallStep(mu, share, velocity[index], gradients, values, length, keep, factor);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("momentum.velocity", velocity);
        }
    }

    private static void heavyBall(double mu, double share, double[] velocity, double[] updates, int from, int to) {
        for (int i = from; i < to; i++) {
            double v = mu * velocity[i] + share * updates[i];
            velocity[i] = v;
            updates[i] = v;
        }
    }

    private static void nesterov(double mu, double share, double[] velocity, double[] updates, int from, int to) {
        for (int i = from; i < to; i++) {
            double v = mu * velocity[i] + share * updates[i];
            velocity[i] = v;
            updates[i] += mu * v;
        }
    }

    private static void heavyBallStep(
            double mu,
            double share,
            double[] velocity,
            double[] g,
            double[] w,
            int length,
            double keep,
            double factor) {
        for (int i = 0; i < length; i++) {
            double v = mu * velocity[i] + share * g[i];
            velocity[i] = v;
            w[i] = keep * w[i] + factor * v;
        }
    }

    private static void nesterovStep(
            double mu,
            double share,
            double[] velocity,
            double[] g,
            double[] w,
            int length,
            double keep,
            double factor) {
        for (int i = 0; i < length; i++) {
            double v = mu * velocity[i] + share * g[i];
            velocity[i] = v;
            w[i] = keep * w[i] + factor * (g[i] + mu * v);
        }
    }

    @Override
    public String toString() {
        return momentum + (dampening == 0 ? "" : " with dampening " + dampening);
    }
}
