package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;

/**
 * Muon's direction: the update of every matrix is replaced by a nearly orthogonal one, with singular values near 1, found by steps of a
 * Newton-Schulz iteration: {@code X = a X + (b A + c A^2) X} with {@code A = X X'}, from the update by its norm. Then it is multiplied by
 * {@code sqrt(max(1, columns / rows))}, as weights here are inputs by outputs.
 *
 * <p>K. Jordan et al., Muon: an optimizer for hidden layers in neural networks, 2024. Behind a Nesterov {@link Momentum}. For matrices
 * only; other parameters, embeddings and the last layer get another method by {@link Groups}.
 */
public final class Orthogonal implements GradientTransformation {

    private final int steps;

    private Orthogonal(int steps) {
        this.steps = steps;
    }

    /**
     * With a number of steps, usually 5.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Orthogonal newtonSchulz(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the number of Newton-Schulz steps is " + steps + "; use 1 or more");
        }
        return new Orthogonal(steps);
    }

    /**
     * Prepares for parameters.
     *
     * @throws IllegalArgumentException if one is no matrix, naming it
     */
    @Override
    public BoundTransformation init(Parameters parameters) {
        NewtonSchulz[] iterations = new NewtonSchulz[parameters.list().size()];
        for (int p = 0; p < iterations.length; p++) {
            NamedParameter parameter = parameters.list().get(p);
            if (!parameter.isMatrix()) {
                throw new IllegalArgumentException("Muon orthogonalizes matrices, but " + parameter
                        + " is none; give it another method with Groups");
            }
            iterations[p] = new NewtonSchulz(parameter.rows(), parameter.columns(), steps);
        }
        return (step, updates) -> {
            int at = 0;
            for (NewtonSchulz iteration : iterations) {
                iteration.apply(updates, at);
                at += iteration.size();
            }
        };
    }

    @Override
    public String toString() {
        return "orthogonal by " + steps + " Newton-Schulz steps";
    }
}
