package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.List;
import java.util.Objects;

/**
 * Changes the parameters of a model, in place, by what a gradient transformation makes of their gradients. The gradients themselves
 * stay as they are; clear them before the next backward sweep. Steps allocate nothing.
 *
 * <p>Not safe for use by several threads.
 */
public final class Optimizer {

    private final Parameters parameters;
    private final GradientTransformation transformation;
    private final BoundTransformation bound;
    private final double[] updates;
    private long steps;

    /**
     * Makes an optimizer that has taken no step.
     *
     * @param parameters what to change; the optimizer keeps to the parameters listed in it
     * @param transformation what to make of the gradients, such as {@link Sgd#plain(double)}
     */
    public Optimizer(Parameters parameters, GradientTransformation transformation) {
        this.parameters = Objects.requireNonNull(parameters, "the parameters of an optimizer are null");
        this.transformation = Objects.requireNonNull(transformation, "the transformation of an optimizer is null");
        this.bound = transformation.init(parameters);
        this.updates = new double[parameters.size()];
    }

    /**
     * Takes a step: transforms the gradients and adds the updates to the parameters.
     *
     * @throws ArithmeticException if a gradient is not finite; then nothing has changed, neither parameters nor what the optimizer
     *     remembers, and training can go on from here
     * @throws IllegalArgumentException if a schedule gives a hyperparameter a value that makes no sense; then the parameters have
     *     not changed
     */
    public void step() {
        parameters.copyGradientsTo(updates);
        requireFinite();
        bound.update(steps, updates);
        addUpdates();
        steps++;
    }

    /** How many steps have been taken. */
    public long steps() {
        return steps;
    }

    private void requireFinite() {
        for (double update : updates) {
            if (!Double.isFinite(update)) {
                throw NonFiniteGradient.in(parameters, steps);
            }
        }
    }

    private void addUpdates() {
        List<NamedParameter> list = parameters.list();
        int at = 0;
        for (int p = 0; p < list.size(); p++) {
            NamedParameter parameter = list.get(p);
            for (int s = 0; s < parameter.segments(); s++) {
                double[] value = parameter.value(s);
                int length = parameter.length(s);
                for (int i = 0; i < length; i++) {
                    value[i] += updates[at + i];
                }
                at += length;
            }
        }
    }

    @Override
    public String toString() {
        return transformation + ", after " + steps + " steps on " + parameters.size() + " numbers";
    }
}
