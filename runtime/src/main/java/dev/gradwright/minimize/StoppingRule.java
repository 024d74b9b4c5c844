package dev.gradwright.minimize;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a minimizer is to stop, and why. Rules are put together with {@link #or} and {@link #and}; they are asked after each iteration, and
 * about the start.
 */
@FunctionalInterface
public interface StoppingRule {

    /** Whether to stop at a state, and why. */
    Optional<Stop> check(MinimizerState state);

    /** Stops if this or another rule wants to; the reason is that of the first. */
    default StoppingRule or(StoppingRule other) {
        return state -> check(state).or(() -> other.check(state));
    }

    /** Stops if both this and another rule want to; the reason is this one's, the sentence both's. */
    default StoppingRule and(StoppingRule other) {
        return state -> check(state)
                .flatMap(mine -> other.check(state)
                        .map(its -> new Stop(mine.reason(), mine.sentence() + ", and " + its.sentence())));
    }

    /** What minimizers use if nothing else is said: a gradient of 1e-8, a decrease as small as rounding (1e-15), or 10,000 iterations. */
    static StoppingRule standard() {
        return gradient(1e-8).or(relativeDecrease(1e-15)).or(iterations(10_000));
    }

    /** Stops when {@link MinimizerState#gradientSize} is not larger than a tolerance. */
    static StoppingRule gradient(double tolerance) {
        requireNotNegative("gradient", tolerance);
        return when(
                Stop.Reason.GRADIENT,
                state -> state.gradientSize() <= tolerance,
                "the gradient is not larger than " + text(tolerance));
    }

    /** Stops when a step has lowered the value by a fraction of it, or of 1 if that is larger, that is not larger than a tolerance. */
    static StoppingRule relativeDecrease(double tolerance) {
        requireNotNegative("relative decrease", tolerance);
        return when(
                Stop.Reason.RELATIVE_DECREASE,
                state -> state.decrease()
                        <= tolerance
                                * Math.max(
                                        1,
                                        Math.max(Math.abs(state.value()), Math.abs(state.value() + state.decrease()))),
                "the last step lowered the value by a fraction of " + text(tolerance) + " or less");
    }

    /** Stops when a step has lowered the value by not more than a tolerance. */
    static StoppingRule absoluteDecrease(double tolerance) {
        requireNotNegative("decrease", tolerance);
        return when(
                Stop.Reason.ABSOLUTE_DECREASE,
                state -> state.decrease() <= tolerance,
                "the last step lowered the value by " + text(tolerance) + " or less");
    }

    /** Stops when no coordinate moved by more than a tolerance. */
    static StoppingRule step(double tolerance) {
        requireNotNegative("step", tolerance);
        return when(
                Stop.Reason.STEP,
                state -> state.stepSize() <= tolerance,
                "the last step was not longer than " + text(tolerance));
    }

    /** Stops after a number of iterations. */
    static StoppingRule iterations(int most) {
        return when(Stop.Reason.ITERATIONS, state -> state.iteration() >= most, "there were " + most + " iterations");
    }

    /** Stops after the iteration in which a number of evaluations is reached; a line search is not broken off. */
    static StoppingRule evaluations(int most) {
        return when(
                Stop.Reason.EVALUATIONS,
                state -> state.evaluations() >= most,
                "the objective was evaluated " + most + " times");
    }

    /** Stops after the iteration in which a time is over. */
    static StoppingRule time(Duration most) {
        return when(
                Stop.Reason.TIME,
                state -> state.elapsed().compareTo(most) >= 0,
                "the time of " + most.toMillis() / 1e3 + " s is over");
    }

    /** Stops when a user's condition holds. */
    static StoppingRule when(Predicate<MinimizerState> condition, String sentence) {
        return when(Stop.Reason.USER, condition, sentence);
    }

    private static StoppingRule when(Stop.Reason reason, Predicate<MinimizerState> condition, String sentence) {
        Optional<Stop> stop = Optional.of(new Stop(reason, sentence));
        return state -> condition.test(state) ? stop : Optional.empty();
    }

    private static void requireNotNegative(String what, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "the tolerance of the " + what + " is " + tolerance + "; use a number of 0 or more");
        }
    }

    private static String text(double tolerance) {
        return String.format(Locale.ROOT, "%.3g", tolerance);
    }
}
