package dev.gradwright.minimize;

/** Looks for a step along a line that lowers an objective enough. */
public interface LineSearch {

    /**
     * Looks for a step. Where the function is not finite, the step is shortened.
     *
     * @param function the objective along the line
     * @param value its value at 0
     * @param slope its derivative at 0, which is negative
     * @param first the step to try first
     * @param largest the largest step allowed
     * @return the step found; its value is finite and not above {@code value}, unless {@link Step#failed}
     */
    Step search(LineFunction function, double value, double slope, double first, double largest);

    /**
     * What a search has found.
     *
     * @param length the step; 0 if it failed
     * @param value the value there
     * @param slope the derivative there
     * @param evaluations how often the function was evaluated
     * @param satisfied whether the step has all that the search looks for; if not, it only lowers the value
     */
    record Step(double length, double value, double slope, int evaluations, boolean satisfied) {

        /** Whether no step was found. */
        public boolean failed() {
            return length == 0;
        }
    }
}
