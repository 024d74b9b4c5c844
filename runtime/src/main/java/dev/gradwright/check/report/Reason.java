package dev.gradwright.check.report;

/** Why a coordinate was compared. */
public enum Reason {
    /** All of the input were. */
    ALL,
    RANDOM,
    /** Its gradient is among the largest. */
    LARGEST,
    /** Its gradient is among the smallest that are not zero. */
    SMALLEST,
    /** Its gradient is zero. */
    ZERO,
    /** A direction disagreed, and halving led here. */
    LOCATED
}
