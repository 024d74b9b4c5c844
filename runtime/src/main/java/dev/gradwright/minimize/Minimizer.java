package dev.gradwright.minimize;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks for a minimum of an objective, as a lazy sequence of states or in a plain call. A minimizer is a description without state; it
 * may be used for several objectives.
 */
public abstract class Minimizer {

    Minimizer() {}

    /**
     * Starts, and gives the states one by one, each computed when it is asked for; the first is the start. The sequence ends when no lower
     * point can be found.
     *
     * @throws IllegalArgumentException if value or gradient at the start are not finite
     */
    public final Stream<MinimizerState> states(Objective objective, double[] start) {
        Run states = start(objective, start);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(states, Spliterator.ORDERED), false);
    }

    /** Looks for a minimum until {@link StoppingRule#standard} says that it is enough. */
    public final Minimum minimize(Objective objective, double[] start) {
        return minimize(objective, start, StoppingRule.standard());
    }

    /** Looks for a minimum until a rule says that it is enough. */
    public final Minimum minimize(Objective objective, double[] start, StoppingRule rule) {
        return minimize(objective, start, rule, state -> true);
    }

    /**
     * Looks for a minimum until a rule says that it is enough or a callback stops it.
     *
     * @throws IllegalArgumentException if value or gradient at the start are not finite
     */
    public final Minimum minimize(Objective objective, double[] start, StoppingRule rule, Progress progress) {
        Run states = start(objective, start);
        MinimizerState state = states.next();
        MinimizerState best = state;
        while (true) {
            Optional<Stop> stop = rule.check(state);
            if (!progress.goOn(state) && stop.isEmpty()) {
                stop = Optional.of(new Stop(Stop.Reason.USER, "the callback wanted it"));
            }
            if (stop.isPresent()) {
                return new Minimum(best, state, states.evaluations(), stop.get());
            }
            if (!states.hasNext()) {
                Stop noProgress = new Stop(Stop.Reason.NO_PROGRESS, "no lower point was found along the gradient");
                return new Minimum(best, state, states.evaluations(), noProgress);
            }
            state = states.next();
            if (state.value() <= best.value()) {
                best = state;
            }
        }
    }

    /** Starts: the first state is the start, and there is always one. */
    abstract Run start(Objective objective, double[] start);
}
