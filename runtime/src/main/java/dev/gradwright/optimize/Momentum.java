package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Momentum: updates gather speed where gradients agree from step to step. The velocity {@code v} starts at zero, so that after the
 * first step it equals the first gradient (there is no dampening); with momentum {@code mu} and gradient {@code g}
 *
 * <pre>
 * v = mu * v + g
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
 * <p>As in PyTorch, the velocity is one of gradients, and the learning rate comes after it. The papers multiply the gradient by the
 * learning rate first, which is the same as long as that is constant; when it changes, here it acts at once on the whole velocity.
 */
public final class Momentum implements GradientTransformation {

    private final Hyperparameter momentum;
    private final boolean nesterov;

    private Momentum(String name, Schedule momentum, boolean nesterov) {
        this.momentum = new Hyperparameter(name, momentum, Hyperparameter.Range.BELOW_ONE);
        this.nesterov = nesterov;
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
        return new Momentum("momentum", momentum, false);
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
        return new Momentum("Nesterov momentum", momentum, true);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        double[] velocity = new double[parameters.size()];
        return nesterov
                ? (step, updates) -> nesterov(momentum.at(step), velocity, updates)
                : (step, updates) -> heavyBall(momentum.at(step), velocity, updates);
    }

    private static void heavyBall(double mu, double[] velocity, double[] updates) {
        for (int i = 0; i < updates.length; i++) {
            velocity[i] = mu * velocity[i] + updates[i];
            updates[i] = velocity[i];
        }
    }

    private static void nesterov(double mu, double[] velocity, double[] updates) {
        for (int i = 0; i < updates.length; i++) {
            velocity[i] = mu * velocity[i] + updates[i];
            updates[i] += mu * velocity[i];
        }
    }

    @Override
    public String toString() {
        return momentum.toString();
    }
}
