package dev.gradwright.monitor.measure;

import dev.gradwright.NamedParameter;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.util.List;

/**
 * The Euclidean norms of gradients, as the optimizer gets them: of each parameter, of all, and the root mean square of each one of the weights over the
 * largest, which shows gradients that vanish on the way to the first layers.
 */
public final class GradientMonitor implements Hook {

    private final Recorder recorder;
    private final Every every;

    /** Makes the monitor. */
    public GradientMonitor(Recorder recorder, Every every) {
        this.recorder = recorder;
        this.every = every;
    }

    @Override
    public String name() {
        return "gradients";
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        long step = run.step();
        if (!every.isDue(step)) {
            return;
        }
        double all = 0;
        for (NamedParameter parameter : run.parameters()) {
            double squares = Norms.squaresOfGradient(parameter);
            recorder.scalar(Tags.GRADIENT + parameter.name(), step, Math.sqrt(squares));
            all += squares;
        }
        recorder.scalar(Tags.GRADIENT_NORM, step, Math.sqrt(all));
        recordShares(Norms.weights(run.parameters()), step);
    }

    private void recordShares(List<NamedParameter> weights, long step) {
        double[] means = new double[weights.size()];
        double largest = 0;
        for (int i = 0; i < means.length; i++) {
            NamedParameter parameter = weights.get(i);
            means[i] = Math.sqrt(Norms.squaresOfGradient(parameter) / parameter.size());
            largest = Math.max(largest, means[i]);
        }
        for (int i = 0; i < means.length && largest > 0 && Double.isFinite(largest); i++) {
            recorder.scalar(Tags.GRADIENT_SHARE + weights.get(i).name(), step, means[i] / largest);
        }
    }
}
