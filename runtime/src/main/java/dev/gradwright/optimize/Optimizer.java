package dev.gradwright.optimize;

import dev.gradwright.Parameters;
import java.util.Objects;

/**
 * Changes the parameters of a model, in place, by what a gradient transformation makes of their gradients. The gradients themselves
 * stay as they are; clear them before the next backward sweep. Steps allocate nothing.
 *
 * <p>Not safe for use by several threads.
 */
public final class Optimizer {

    private static final String KIND = "optimizer";
    private static final int STEPS = 0;
    private static final int SKIPPED = 1;
    private static final int SKIPPED_IN_A_ROW = 2;

    private final Parameters parameters;
    private final GradientTransformation transformation;
    private final BoundTransformation bound;
    private final Sweep sweep;
    private final GradientGuard guard;
    private final boolean checked;
    private final double[] counters = new double[3];

    /**
     * Makes an optimizer that has taken no step and refuses gradients that are not finite.
     *
     * @param parameters what to change; the optimizer keeps to the parameters listed in it
     * @param transformation what to make of the gradients, such as {@link Optimizers#adam(double)}
     */
    public Optimizer(Parameters parameters, GradientTransformation transformation) {
        this(parameters, transformation, 0, true);
    }

    private Optimizer(Parameters parameters, GradientTransformation transformation, int skipsInARow, boolean checked) {
        this.parameters = Objects.requireNonNull(parameters, "the parameters of an optimizer are null");
        this.transformation = Objects.requireNonNull(transformation, "the transformation of an optimizer is null");
        this.bound = transformation.init(parameters);
        this.sweep = Sweep.of(parameters, bound);
        this.guard = new GradientGuard(parameters, skipsInARow);
        this.checked = checked;
    }

    /**
     * Makes an optimizer that takes no step where a gradient is not finite, but counts it, as one bad sample is no reason to stop.
     *
     * @param inARow how many steps may be skipped one after the other before {@link #step} refuses, as then no sample but the model
     *     is to blame; at least 1
     */
    public static Optimizer skippingNonFinite(
            Parameters parameters, GradientTransformation transformation, int inARow) {
        if (inARow < 1) {
            throw new IllegalArgumentException(
                    "an optimizer that skips " + inARow + " steps in a row skips none; use 1 or more");
        }
        return new Optimizer(parameters, transformation, inARow, true);
    }

    /**
     * Makes an optimizer that does not look whether gradients are finite: one that is not spoils parameters, and maybe what the optimizer
     * remembers, for good. Looking takes about two fifths of a step of plain gradient descent, and a tenth of one of Adam.
     */
    public static Optimizer unchecked(Parameters parameters, GradientTransformation transformation) {
        return new Optimizer(parameters, transformation, 0, false);
    }

    /**
     * Takes a step: transforms the gradients and adds the updates to the parameters.
     *
     * @throws ArithmeticException if a gradient is not finite, or too many were in a row; then nothing has changed, neither
     *     parameters nor what the optimizer remembers, and training can go on from here
     * @throws IllegalArgumentException if a schedule gives a hyperparameter a value that makes no sense; then the parameters have
     *     not changed
     * @throws IllegalStateException if no gradient has been computed before the first step, or a parameter is no longer where it was
     *     when it was listed; then nothing has changed
     */
    public void step() {
        parameters.requireUnchanged();
        if (checked && !guard.allFinite()) {
            skip();
            return;
        }
        if (counters[STEPS] == 0) {
            guard.requireAnyGradient();
        }
        sweep.step((long) counters[STEPS]);
        counters[STEPS]++;
        counters[SKIPPED_IN_A_ROW] = 0;
    }

    private void skip() {
        guard.requirePatience((long) counters[SKIPPED_IN_A_ROW], (long) counters[STEPS]);
        counters[SKIPPED]++;
        counters[SKIPPED_IN_A_ROW]++;
    }

    /** How many steps have been taken; skipped ones do not count. */
    public long steps() {
        return (long) counters[STEPS];
    }

    /** How many steps have been skipped because a gradient was not finite. */
    public long skipped() {
        return (long) counters[SKIPPED];
    }

    /**
     * Copies the average of the parameters that some methods keep, which is what to use after training.
     *
     * @param flat an array of {@link Parameters#size()} numbers
     * @throws IllegalStateException if the method keeps none
     */
    public void copyAverageTo(double[] flat) {
        parameters.copyValuesTo(flat);
        if (!bound.copyAverageTo(flat)) {
            throw new IllegalStateException(
                    transformation + " keeps no average of the parameters; keep one with a WeightAverage");
        }
    }

    /** What it makes of gradients, in words: the method with its hyperparameters. */
    public String method() {
        return transformation.toString();
    }

    /** All that the optimizer remembers, as it is now. The parameters themselves are not in it. */
    public SavedState save() {
        return SavedState.save(KIND, parameters, this::visit);
    }

    /**
     * Goes on from what has been saved: the next step will be to the last bit the one that would have come next there, provided that the
     * parameters are given the values they had, and the hyperparameters are the same.
     *
     * @throws IllegalArgumentException if the parameters or the method differ from those that were saved, saying how; then nothing
     *     has changed
     */
    public void restore(SavedState state) {
        state.restore(KIND, parameters, this::visit);
    }

    private void visit(StateVisitor visitor) {
        visitor.numbers("steps, skipped, skipped in a row", counters);
        bound.visitState(visitor);
    }

    @Override
    public String toString() {
        return method() + ", after " + steps() + " steps on " + parameters.size() + " numbers";
    }
}
