package dev.gradwright.search.trial;

/** How a trial ended. */
public enum State {
    /** It has a value. */
    COMPLETED,
    /** It was stopped because others were better at the same epoch; its value is the last that it reported. */
    PRUNED,
    /** A value was not finite, or exploded. */
    DIVERGED,
    /** The objective threw an exception. */
    FAILED
}
