package dev.gradwright.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The chains that are most used, each as one loop over parameters: a direction, then maybe weight decay, then the learning rate. State and
 * results are those of the links (to rounding); only the way through memory is shorter.
 */
final class FusedSweep implements Sweep {

    private final Elementwise bound;
    private final OneLoop direction;
    private final WeightDecay.Bound decay;
    private final LearningRate.Bound rate;

    /** A direction that can go from gradients to values in one loop. */
    interface OneLoop {

        /**
         * Takes a step on a segment: {@code w = keep * w + factor * direction(g)}.
         *
         * @param index which segment it is
         */
        void step(int index, double[] values, double[] gradients, int length, double keep, double factor);
    }

    private FusedSweep(Elementwise bound, OneLoop direction, WeightDecay.Bound decay, LearningRate.Bound rate) {
        this.bound = bound;
        this.direction = direction;
        this.decay = decay;
        this.rate = rate;
    }

    /** The sweep for a transformation, if it is such a chain. */
    static Optional<Sweep> of(Elementwise bound) {
        List<Elementwise> links = Arrays.asList(bound.links());
        if (!(links.get(links.size() - 1) instanceof LearningRate.Bound rate)) {
            return Optional.empty();
        }
        List<Elementwise> rest = links.subList(0, links.size() - 1);
        WeightDecay.Bound decay = null;
        if (!rest.isEmpty() && rest.get(rest.size() - 1) instanceof WeightDecay.Bound last) {
            decay = last;
            rest = rest.subList(0, rest.size() - 1);
        }
        if (rest.isEmpty()) {
            return Optional.of(new FusedSweep(bound, FusedSweep::along, decay, rate));
        }
        return rest.size() == 1 && rest.get(0) instanceof OneLoop direction
                ? Optional.of(new FusedSweep(bound, direction, decay, rate))
                : Optional.empty();
    }

    /** Along the gradient itself. */
    private static void along(int index, double[] values, double[] gradients, int length, double keep, double factor) {
        if (keep == 1) {
            for (int i = 0; i < length; i++) {
                values[i] += factor * gradients[i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                values[i] = keep * values[i] + factor * gradients[i];
            }
        }
    }

    @Override
    public void step(long step) {
        bound.begin(step);
        double factor = rate.factor();
        double keep = decay == null ? 1 : 1 + factor * decay.factor();
        Segments segments = bound.segments;
        int count = segments.count();
        for (int i = 0; i < count; i++) {
            direction.step(i, segments.values(i), segments.gradients(i), segments.length(i), keep, factor);
        }
    }
}
