package dev.gradwright.search.sample;

import dev.gradwright.search.trial.TrialRecord;
import java.util.OptionalInt;

/** Samples for one study. Is called by one thread at a time; the draws that it gives, by others too. */
public interface Sampling {

    /** Whether it wants to know results. */
    default boolean learns() {
        return false;
    }

    /** A trial has ended. Called in the order of numbers, without gaps, if this {@linkplain #learns learns}. */
    default void learn(TrialRecord trial) {}

    /** How many trials there are, if their number is limited. */
    default OptionalInt size() {
        return OptionalInt.empty();
    }

    /** The point of a trial. Called in increasing order of numbers, though not for each if the trial is known from before. */
    Draw draw(int number);
}
