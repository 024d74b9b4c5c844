package dev.gradwright.check.report;

/** How a stage of a check ended. */
public enum Outcome {
    PASSED,
    /** Passed, with something that should be known. */
    WARNED,
    FAILED,
    /** Not run: switched off, not applicable, or an earlier stage made it impossible. */
    SKIPPED
}
