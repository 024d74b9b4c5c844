package dev.gradwright.ensemble;

import dev.gradwright.Parameters;
import dev.gradwright.monitor.StateBytes;
import dev.gradwright.optimize.SavedState;
import dev.gradwright.optimize.WeightAverage;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.util.function.Function;

/**
 * Keeps an average of the weights that a training passes through: {@code new AveragedWeights(parameters -> WeightAverage.exponential(parameters, 0.999))}.
 */
public final class AveragedWeights implements Hook {

    private final Function<Parameters, WeightAverage> kind;
    private byte[] restored = {};
    private Parameters parameters;
    private WeightAverage average;

    /**
     * Makes a hook that has seen no weights.
     *
     * @param kind the average to keep: exponential, stochastic, or of all
     */
    public AveragedWeights(Function<Parameters, WeightAverage> kind) {
        this.kind = kind;
    }

    @Override
    public void onTrainBegin(Run run) {
        parameters = run.parameters();
        average = kind.apply(parameters);
        if (restored.length > 0) {
            StateBytes.read(name(), restored, in -> average.restore(SavedState.readFrom(in)));
        }
    }

    @Override
    public void afterOptimizerStep(Run run) {
        average.update();
    }

    /**
     * The average as it is now.
     *
     * @throws IllegalStateException if there is none yet
     */
    public Weights weights() {
        if (average == null) {
            throw new IllegalStateException("there is no average before training begins");
        }
        average.swap();
        try {
            return Weights.of(parameters);
        } finally {
            average.swap();
        }
    }

    @Override
    public byte[] saveState() {
        return average == null ? restored : StateBytes.of(average.save()::writeTo);
    }

    @Override
    public void restoreState(byte[] state) {
        restored = state.clone();
    }
}
