package dev.gradwright.check.settings;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a check is asked to do. Every method gives changed settings and leaves these as they are.
 *
 * @param method the difference
 * @param step its step; empty for the usual one of the method
 * @param scansSteps whether the step is chosen by trying steps from 1e-2 to 1e-10 first
 * @param thresholds what separates the verdicts
 * @param depth how many layers deep the function is; empty for what is known of it
 * @param sampling how much is compared
 * @param stages the stages that run
 * @param seed of all that is random: weights of the results, directions, the sample
 * @param burnIn steps of training after which the check is repeated; 0 for no repetition
 * @param threads how many threads share the coordinates, where the function can be had several times
 */
public record CheckSettings(
        DifferenceMethod method,
        OptionalDouble step,
        boolean scansSteps,
        Thresholds thresholds,
        OptionalInt depth,
        Sampling sampling,
        Set<Stage> stages,
        long seed,
        int burnIn,
        int threads) {

    /** The usual ones: all stages, centred differences with step 1e-5, seed 1, no burn-in, as many threads as there are processors. */
    public static CheckSettings usual() {
        return new CheckSettings(
                DifferenceMethod.CENTRED,
                OptionalDouble.empty(),
                false,
                Thresholds.USUAL,
                OptionalInt.empty(),
                Sampling.USUAL,
                EnumSet.allOf(Stage.class),
                1,
                0,
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Settings.
     *
     * @throws IllegalArgumentException if the step is not positive and finite, the depth or the number of threads not positive, or the burn-in negative
     */
    public CheckSettings {
        stages = Set.copyOf(stages);
        if (step.isPresent() && !(step.getAsDouble() > 0 && step.getAsDouble() < 1)) {
            throw new IllegalArgumentException(
                    "the step is " + step.getAsDouble() + "; it must lie between 0 and 1, such as 1e-5");
        }
        if (depth.isPresent() && depth.getAsInt() <= 0) {
            throw new IllegalArgumentException("the depth is " + depth.getAsInt() + "; it must be positive");
        }
        if (burnIn < 0) {
            throw new IllegalArgumentException("the burn-in is " + burnIn + " steps; it must not be negative");
        }
        if (threads <= 0) {
            throw new IllegalArgumentException("the number of threads is " + threads + "; it must be positive");
        }
    }

    /** Takes another difference, with its usual step if no step is set. */
    public CheckSettings method(DifferenceMethod value) {
        return new CheckSettings(value, step, scansSteps, thresholds, depth, sampling, stages, seed, burnIn, threads);
    }

    /** Sets the step, for coordinates of size up to 1. */
    public CheckSettings step(double value) {
        return new CheckSettings(
                method, OptionalDouble.of(value), false, thresholds, depth, sampling, stages, seed, burnIn, threads);
    }

    /** Has the step chosen by trying steps from 1e-2 to 1e-10 along a random direction; the values are in the report. */
    public CheckSettings scanSteps() {
        return new CheckSettings(
                method, OptionalDouble.empty(), true, thresholds, depth, sampling, stages, seed, burnIn, threads);
    }

    /** Sets the thresholds. */
    public CheckSettings thresholds(Thresholds value) {
        return new CheckSettings(method, step, scansSteps, value, depth, sampling, stages, seed, burnIn, threads);
    }

    /** Sets the relative error up to which a gradient is right; 1e-7 if not set. */
    public CheckSettings threshold(double right) {
        if (!(right > 0)) {
            throw new IllegalArgumentException("the threshold is " + right + "; it must be positive, such as 1e-7");
        }
        return thresholds(thresholds.right(right));
    }

    /** Says how many layers deep the function is, which widens the threshold. */
    public CheckSettings depth(int layers) {
        return new CheckSettings(
                method, step, scansSteps, thresholds, OptionalInt.of(layers), sampling, stages, seed, burnIn, threads);
    }

    /** Sets how much is compared. */
    public CheckSettings sampling(Sampling value) {
        return new CheckSettings(method, step, scansSteps, thresholds, depth, value, stages, seed, burnIn, threads);
    }

    /** Sets how many random coordinates are compared in all; up to this number all are. */
    public CheckSettings coordinates(int value) {
        return sampling(sampling.coordinates(value));
    }

    /** Runs these stages only. */
    public CheckSettings stages(Set<Stage> value) {
        return new CheckSettings(method, step, scansSteps, thresholds, depth, sampling, value, seed, burnIn, threads);
    }

    /** Leaves a stage out. */
    public CheckSettings without(Stage stage) {
        Set<Stage> fewer = EnumSet.allOf(Stage.class);
        fewer.retainAll(stages);
        fewer.remove(stage);
        return stages(fewer);
    }

    /** Chooses other random weights, directions and coordinates. */
    public CheckSettings seed(long value) {
        return new CheckSettings(method, step, scansSteps, thresholds, depth, sampling, stages, value, burnIn, threads);
    }

    /** Repeats the check after so many steps of training. */
    public CheckSettings burnIn(int steps) {
        return new CheckSettings(method, step, scansSteps, thresholds, depth, sampling, stages, seed, steps, threads);
    }

    /** Sets how many threads share the coordinates. */
    public CheckSettings threads(int value) {
        return new CheckSettings(method, step, scansSteps, thresholds, depth, sampling, stages, seed, burnIn, value);
    }

    /** The difference, its step and the seed, for people: {@code centred difference, step 1.0E-5, seed 1}. */
    public String title() {
        return method.title() + ", step " + (scansSteps ? "chosen by a scan" : effectiveStep()) + ", seed " + seed;
    }

    /** The step in force: the one set, or the usual one of the method. */
    public double effectiveStep() {
        return step.orElse(method.usualStep());
    }
}
