package dev.gradwright.train;

/**
 * Takes part in training: is called at each of its moments, in this order.
 *
 * <pre>
 * onTrainBegin
 *   onEpochBegin
 *     onBatchBegin, (forward, backward), beforeOptimizerStep, (update), afterOptimizerStep, onBatchEnd
 *   onValidationEnd, if there are validation data
 *   onEpochEnd
 * onTrainEnd
 * </pre>
 *
 * <p>Hooks are called one after the other in the order they were given in, on the thread that trains. One that throws is reported and not called
 * again; training goes on.
 */
public interface Hook {

    /** What to call it in reports, of what it costs for instance. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Training begins, or goes on from a checkpoint. */
    default void onTrainBegin(Run run) {}

    /** An epoch begins. */
    default void onEpochBegin(Run run) {}

    /** A batch has been chosen. */
    default void onBatchBegin(Run run) {}

    /** Loss and gradients of the batch are there, those of the penalty included; the parameters are still those that they were computed at. */
    default void beforeOptimizerStep(Run run) {}

    /** The parameters have been changed; the gradients are still those of {@link #beforeOptimizerStep}. */
    default void afterOptimizerStep(Run run) {}

    /** A batch is done. */
    default void onBatchEnd(Run run) {}

    /** The model has been tried on the validation data; {@link Run#metrics()} has the results. */
    default void onValidationEnd(Run run) {}

    /** An epoch is done; {@link Run#metrics()} has its results. */
    default void onEpochEnd(Run run) {}

    /** Training is over, whatever the reason. */
    default void onTrainEnd(Run run) {}

    /** What it remembers, to be kept in a checkpoint; nothing by default. */
    default byte[] saveState() {
        return new byte[0];
    }

    /**
     * Goes on from what was saved; called before {@link #onTrainBegin}.
     *
     * @param state what {@link #saveState} gave
     */
    default void restoreState(byte[] state) {}
}
