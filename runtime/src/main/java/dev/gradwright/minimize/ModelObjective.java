package dev.gradwright.minimize;

import dev.gradwright.Parameters;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/**
 * The loss of a model as a function of all its parameters, on the whole of the data: in one batch, or as a sum over batches, which are added
 * in the same order every time, so that the same parameters have the same loss to the last bit. (A line search takes a loss that
 * changes from call to call for a fault of the step.)
 */
public final class ModelObjective implements Objective {

    private final Parameters parameters;
    private final int batches;
    private final IntToDoubleFunction lossOfBatch;

    private ModelObjective(Parameters parameters, int batches, IntToDoubleFunction lossOfBatch) {
        this.parameters = parameters;
        this.batches = batches;
        this.lossOfBatch = lossOfBatch;
    }

    /**
     * A loss on all data at once.
     *
     * @param lossAndGradient computes the loss with the model's parameters as they are, forward and backward; gradients have been cleared
     *     before
     */
    public static ModelObjective of(Parameters parameters, DoubleSupplier lossAndGradient) {
        return new ModelObjective(parameters, 1, batch -> lossAndGradient.getAsDouble());
    }

    /**
     * A loss that is a sum over batches.
     *
     * @param batches how many batches there are
     * @param lossOfBatch computes the share of a batch, forward and backward, adding to the gradients; for a mean over all examples
     *     seed the backward sweep with the batch's part of them, and give that part of its loss
     * @throws IllegalArgumentException if there is no batch
     */
    public static ModelObjective overBatches(Parameters parameters, int batches, IntToDoubleFunction lossOfBatch) {
        if (batches < 1) {
            throw new IllegalArgumentException("an objective over " + batches + " batches is empty; use 1 or more");
        }
        return new ModelObjective(parameters, batches, lossOfBatch);
    }

    /** The parameters of the model as they are, to start from. */
    public double[] start() {
        double[] values = new double[parameters.size()];
        parameters.copyValuesTo(values);
        return values;
    }

    /** Gives the model the parameters that were found. */
    public void accept(Minimum minimum) {
        parameters.setValues(minimum.point());
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        parameters.requireUnchanged();
        parameters.setValues(x);
        parameters.zeroGradients();
        double sum = 0;
        for (int batch = 0; batch < batches; batch++) {
            sum += lossOfBatch.applyAsDouble(batch);
        }
        parameters.copyGradientsTo(gradient);
        return sum;
    }
}
