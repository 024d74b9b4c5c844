package dev.gradwright.monitor.measure;

/**
 * At which steps something is measured: at those whose number can be divided by the period, the first one included.
 *
 * @param steps the period
 */
public record Every(int steps) {

    /** A period. */
    public Every {
        if (steps < 1) {
            throw new IllegalArgumentException("measuring every " + steps + " steps makes no sense; use 1 or more");
        }
    }

    /** Whether it is measured at a step. */
    public boolean isDue(long step) {
        return step % steps == 0;
    }
}
