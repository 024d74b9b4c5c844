package dev.gradwright.optimize;

import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import java.util.List;

/**
 * LAMB's scale: the update of every parameter is multiplied by the norm of the parameter over the norm of the update, so that all move by
 * the same fraction; by 1 where one of the norms is zero. Behind {@link ScaleByAdam} and {@link WeightDecay}, before the {@link
 * LearningRate}.
 *
 * <p>Y. You et al., Large batch optimization for deep learning: training BERT in 76 minutes, ICLR 2020.
 */
public final class TrustRatio implements GradientTransformation {

    private static final TrustRatio INSTANCE = new TrustRatio();

    private TrustRatio() {}

    /** The scale; it has no options. */
    public static TrustRatio perParameter() {
        return INSTANCE;
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        List<NamedParameter> list = parameters.list();
        double[] values = new double[parameters.size()];
        return (step, updates) -> {
            parameters.copyValuesTo(values);
            int at = 0;
            for (int p = 0; p < list.size(); p++) {
                int to = at + list.get(p).size();
                scale(values, updates, at, to);
                at = to;
            }
        };
    }

    private static void scale(double[] values, double[] updates, int from, int to) {
        double weight = Norm.of(values, from, to, 1);
        double update = Norm.of(updates, from, to, 1);
        if (weight > 0 && update > 0) {
            double ratio = weight / update;
            for (int i = from; i < to; i++) {
                updates[i] *= ratio;
            }
        }
    }

    @Override
    public String toString() {
        return "trust ratio";
    }
}
