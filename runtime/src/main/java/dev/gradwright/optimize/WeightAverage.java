package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * An average of the weights that training passes through, which is often better than the last ones. Call {@link #update} after each step
 * of the optimizer; {@link #swap} to look at the average with the model itself, and again to train on.
 */
public final class WeightAverage {

    private static final String KIND = "average";
    private static final int CALLS = 0;
    private static final int COUNT = 1;
    private static final int SWAPPED = 2;

    private final Parameters parameters;
    private final double decay;
    private final long from;
    private final long every;
    private final double[] average;
    private final double[] values;
    private final double[] counters = new double[3];

    private WeightAverage(Parameters parameters, double decay, long from, long every) {
        this.parameters = parameters;
        this.decay = decay;
        this.from = from;
        this.every = every;
        this.average = new double[parameters.size()];
        this.values = new double[parameters.size()];
    }

    /**
     * An exponential moving average (EMA): {@code a = decay * a + (1 - decay) * w}, from the first weights on.
     *
     * @param decay usually 0.99 to 0.9999
     * @throws IllegalArgumentException if it is not in [0, 1)
     */
    public static WeightAverage exponential(Parameters parameters, double decay) {
        return new WeightAverage(
                parameters, Hyperparameter.Range.BELOW_ONE.require("decay of the average", decay), 0, 1);
    }

    /** The mean of the weights after every step (Polyak and Ruppert). */
    public static WeightAverage polyak(Parameters parameters) {
        return stochastic(parameters, 0, 1);
    }

    /**
     * Stochastic weight averaging (SWA): the mean of the weights after every {@code every}-th step, say at the end of each epoch, from
     * late in training on.
     *
     * <p>P. Izmailov et al., Averaging weights leads to wider optima and better generalization, UAI 2018.
     *
     * @param from how many steps are left out
     * @throws IllegalArgumentException if that is negative, or {@code every} less than 1
     */
    public static WeightAverage stochastic(Parameters parameters, long from, long every) {
        if (from < 0 || every < 1) {
            throw new IllegalArgumentException("an average from step " + from + " on, every " + every
                    + " steps, makes no sense; use numbers of at least 0 and 1");
        }
        return new WeightAverage(parameters, Double.NaN, from, every);
    }

    /**
     * Takes the weights in after a step.
     *
     * @throws IllegalStateException if the model has the average at the moment
     */
    public void update() {
        if (counters[SWAPPED] != 0) {
            throw new IllegalStateException("the model has its averaged weights; swap() back before training on");
        }
        counters[CALLS]++;
        double late = counters[CALLS] - from;
        if (late <= 0 || late % every != 0) {
            return;
        }
        counters[COUNT]++;
        double share = counters[COUNT] == 1 ? 1 : decay >= 0 ? 1 - decay : 1 / counters[COUNT];
        parameters.copyValuesTo(values);
        for (int i = 0; i < values.length; i++) {
            average[i] += share * (values[i] - average[i]);
        }
    }

    /** How many weights are in the average. */
    public long count() {
        return (long) counters[COUNT];
    }

    /**
     * Exchanges the weights of the model for their average, or back.
     *
     * @throws IllegalStateException if there is no average yet
     */
    public void swap() {
        if (counters[COUNT] == 0) {
            throw new IllegalStateException("there is no average yet after " + (long) counters[CALLS] + " steps");
        }
        parameters.copyValuesTo(values);
        parameters.setValues(average);
        System.arraycopy(values, 0, average, 0, values.length);
        counters[SWAPPED] = 1 - counters[SWAPPED];
    }

    /** The average and its count, as they are now. */
    public SavedState save() {
        return SavedState.save(KIND, parameters, this::visit);
    }

    /**
     * Goes on from what has been saved.
     *
     * @throws IllegalArgumentException if the parameters differ, saying how; then nothing has changed
     */
    public void restore(SavedState state) {
        state.restore(KIND, parameters, this::visit);
    }

    private void visit(StateVisitor visitor) {
        visitor.numbers("calls, count, swapped", counters);
        visitor.numbers("average", average);
    }
}
