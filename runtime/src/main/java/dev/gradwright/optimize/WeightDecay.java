package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.List;

/**
 * Weight decay: {@code u = u + decay * w}. Before all other links it is the gradient of the penalty {@code decay/2 * |w|^2},
 * which momentum then gathers up like the rest of the gradient, as in PyTorch's SGD.
 */
public final class WeightDecay implements GradientTransformation {

    private final Hyperparameter decay;

    private WeightDecay(Schedule decay) {
        this.decay = new Hyperparameter("weight decay", decay, Hyperparameter.Range.NOT_NEGATIVE);
    }

    /**
     * A constant decay.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static WeightDecay of(double decay) {
        return of(Schedule.constant(decay));
    }

    /**
     * A decay that depends on the step.
     *
     * @throws IllegalArgumentException if it is negative or not finite at step 0; at a later step, when that step is taken
     */
    public static WeightDecay of(Schedule decay) {
        return new WeightDecay(decay);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        List<NamedParameter> list = parameters.list();
        return (step, updates) -> addMultiple(decay.at(step), list, updates);
    }

    private static void addMultiple(double factor, List<NamedParameter> list, double[] updates) {
        int at = 0;
        for (int p = 0; p < list.size(); p++) {
            NamedParameter parameter = list.get(p);
            for (int s = 0; s < parameter.segments(); s++) {
                double[] value = parameter.value(s);
                int length = parameter.length(s);
                for (int i = 0; i < length; i++) {
                    updates[at + i] += factor * value[i];
                }
                at += length;
            }
        }
    }

    @Override
    public String toString() {
        return decay.toString();
    }
}
