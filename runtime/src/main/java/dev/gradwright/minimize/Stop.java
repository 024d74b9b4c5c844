package dev.gradwright.minimize;

/**
 * Why a minimizer has stopped.
 *
 * @param reason the kind of reason
 * @param sentence what to tell a person
 */
public record Stop(Reason reason, String sentence) {

    /** Kinds of reasons. */
    public enum Reason {
        /** The gradient is small. */
        GRADIENT,
        /** The last step lowered the value by little, compared with the value. */
        RELATIVE_DECREASE,
        /** The last step lowered the value by little. */
        ABSOLUTE_DECREASE,
        /** The last step was short. */
        STEP,
        /** There were as many iterations as allowed. */
        ITERATIONS,
        /** There were as many evaluations as allowed. */
        EVALUATIONS,
        /** It took as long as allowed. */
        TIME,
        /** The user's rule or callback wanted it. */
        USER,
        /** No lower point was found, also along the gradient: mostly as low as rounding allows. */
        NO_PROGRESS;

        /** Whether the point is a minimum as far as the rules can tell. */
        public boolean isConvergence() {
            return this == GRADIENT || this == RELATIVE_DECREASE || this == ABSOLUTE_DECREASE || this == STEP;
        }
    }
}
