package dev.gradwright.optimize;

/**
 * The one-cycle policy: the learning rate goes up to a large value and then far down, along cosines, while the momentum goes the other
 * way.
 *
 * <p>L. Smith and N. Topin, Super-convergence: very fast training of neural networks using large learning rates, 2019. Defaults and formula as
 * in PyTorch: up for 30 % of the steps from 1/25 of the largest rate, then down to 1/10,000 of that; the momentum between 0.95 and 0.85.
 */
public final class OneCycle {

    private final double largest;
    private final long steps;
    private final double upPart;
    private final double division;
    private final double lastDivision;
    private final double baseMomentum;
    private final double largestMomentum;

    private OneCycle(
            double largest,
            long steps,
            double upPart,
            double division,
            double lastDivision,
            double baseMomentum,
            double largestMomentum) {
        this.largest = Hyperparameter.Range.POSITIVE.require("largest rate of a cycle", largest);
        if (steps < 2) {
            throw new IllegalArgumentException("a cycle of " + steps + " steps makes no sense; use 2 or more");
        }
        this.steps = steps;
        this.upPart = Hyperparameter.Range.BETWEEN_ZERO_AND_ONE.require("part of a cycle that goes up", upPart);
        this.division = Hyperparameter.Range.ONE_OR_MORE.require("division of the first rate", division);
        this.lastDivision = Hyperparameter.Range.ONE_OR_MORE.require("division of the last rate", lastDivision);
        this.baseMomentum = Hyperparameter.Range.BELOW_ONE.require("base momentum of a cycle", baseMomentum);
        this.largestMomentum = Hyperparameter.Range.BELOW_ONE.require("largest momentum of a cycle", largestMomentum);
    }

    /**
     * A cycle with the defaults.
     *
     * @throws IllegalArgumentException if the largest rate is not positive, or there are fewer than 2 steps
     */
    public static OneCycle of(double largestRate, long steps) {
        return new OneCycle(largestRate, steps, 0.3, 25, 1e4, 0.85, 0.95);
    }

    /**
     * The same with another shape.
     *
     * @param upPart which part of the steps goes up
     * @param division the first rate is the largest by this
     * @param lastDivision the last rate is the first by this
     * @throws IllegalArgumentException if the part is not between 0 and 1, or a division less than 1
     */
    public OneCycle shape(double upPart, double division, double lastDivision) {
        return new OneCycle(largest, steps, upPart, division, lastDivision, baseMomentum, largestMomentum);
    }

    /**
     * The same with other momenta.
     *
     * @throws IllegalArgumentException if one is not in [0, 1)
     */
    public OneCycle momenta(double base, double largestMomentum) {
        return new OneCycle(largest, steps, upPart, division, lastDivision, base, largestMomentum);
    }

    /** The learning rate; after the cycle it stays at the last. */
    public Schedule learningRate() {
        double first = largest / division;
        return Schedule.described(this + ", learning rate", step -> at(step, first, largest, first / lastDivision));
    }

    /** The momentum, low where the rate is high. */
    public Schedule momentum() {
        return Schedule.described(
                this + ", momentum", step -> at(step, largestMomentum, baseMomentum, largestMomentum));
    }

    private double at(long step, double first, double middle, double last) {
        double top = upPart * steps - 1;
        double end = steps - 1;
        double place = Math.min(step, end);
        return place <= top
                ? CosineDecay.between(first, middle, top == 0 ? 1 : place / top)
                : CosineDecay.between(middle, last, (place - top) / (end - top));
    }

    @Override
    public String toString() {
        return "one cycle of " + steps + " steps up to " + largest;
    }
}
