package dev.gradwright.search;

import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a study stands.
 *
 * @param value the name of what is minimized or maximized
 * @param counts how many trials ended in each way
 * @param best the best completed trial, if there is one
 * @param limit how many trials there will be, if that is limited
 * @param before how many trials had ended before this run began
 * @param seconds how long this run has taken
 */
public record Standing(
        String value,
        Map<State, Integer> counts,
        Optional<TrialRecord> best,
        OptionalInt limit,
        int before,
        double seconds) {

    /** Keeps a copy of the counts. */
    public Standing {
        counts = Map.copyOf(counts);
    }

    /** How many trials ended in some way. */
    public int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    /** How many trials have ended. */
    public int ended() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many seconds are left, if trials go on as they did; nothing while that cannot be said. */
    public Optional<Double> secondsLeft() {
        int now = ended() - before;
        return limit.isEmpty() || now == 0
                ? Optional.empty()
                : Optional.of(seconds / now * Math.max(0, limit.getAsInt() - ended()));
    }
}
