package dev.gradwright.monitor.measure;

import dev.gradwright.NamedParameter;
import dev.gradwright.monitor.ImageShape;
import dev.gradwright.monitor.Mosaic;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.util.Arrays;

/**
 * The weights of the first layer as pictures, a unit each, with a score of how much they are like noise ({@link Tags#NOISE}, Geary's contiguity
 * ratio): structure says that something has been learned (CS231n, Neural networks part 3, first-layer visualizations).
 */
public final class FilterMonitor implements Hook {

    private final Recorder recorder;
    private final Every every;
    private final String parameter;
    private final ImageShape shape;

    /**
     * Makes the monitor.
     *
     * @param parameter the name of a matrix that is multiplied with pictures: inputs by units, or units by inputs
     * @param shape how the inputs are to be seen
     */
    public FilterMonitor(Recorder recorder, Every every, String parameter, ImageShape shape) {
        this.recorder = recorder;
        this.every = every;
        this.parameter = parameter;
        this.shape = shape;
    }

    @Override
    public String name() {
        return "filters";
    }

    /** Refuses a shape that does not fit. */
    @Override
    public void onTrainBegin(Run run) {
        NamedParameter weights = run.parameters().get(parameter);
        if (!weights.isMatrix() || weights.rows() != shape.size() && weights.columns() != shape.size()) {
            throw new IllegalArgumentException(weights + " cannot be seen as pictures of " + shape.size()
                    + " numbers; it must be a matrix with as many rows or columns");
        }
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        if (every.isDue(run.step())) {
            double[][] filters = filters(run.parameters().get(parameter));
            recorder.picture(Tags.FILTERS + parameter, run.step(), Mosaic.of(filters, shape));
            Arrays.stream(filters)
                    .mapToDouble(filter -> NoiseScore.of(filter, shape))
                    .filter(score -> !Double.isNaN(score))
                    .average()
                    .ifPresent(score -> recorder.scalar(Tags.NOISE + parameter, run.step(), score));
        }
    }

    /** The columns of a matrix, if they are of the right length; otherwise its rows. */
    private double[][] filters(NamedParameter weights) {
        boolean inColumns = weights.rows() == shape.size();
        int columns = weights.columns();
        double[][] filters = new double[inColumns ? columns : weights.rows()][shape.size()];
        int at = 0;
        for (int s = 0; s < weights.segments(); s++) {
            double[] values = weights.value(s);
            for (int i = 0; i < weights.length(s); i++, at++) {
                int row = at / columns;
                int column = at % columns;
                filters[inColumns ? column : row][inColumns ? row : column] = values[i];
            }
        }
        return filters;
    }
}
